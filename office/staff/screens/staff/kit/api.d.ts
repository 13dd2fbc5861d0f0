/** What the server said instead of an answer (RFC 9457), in the reader's language. */
export interface Problem {
    /** 0 when nothing came back at all. */
    readonly status: number;
    /** For machines, e.g. `stale-version`; `unreachable` when nothing came back. */
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    /** Everything else the problem carried (faults by line, the difference, who may). */
    readonly more: Readonly<Record<string, unknown>>;
}
/** Thrown by every call below, so that queries and mutations keep it as their error. */
export declare class ProblemError extends Error {
    readonly problem: Problem;
    constructor(problem: Problem);
}
/** The problem behind an error; undefined when the error is a broken assumption of our own. */
export declare function problemOf(error: unknown): Problem | undefined;
/** The token that proves a write comes from our own page; told with `GET /api/office/me`. */
export declare function keepFormToken(token: string): void;
type Query = Readonly<Record<string, string | number | boolean | undefined>>;
/** The address with those query values that are set. */
export declare function addressOf(path: string, query?: Query): string;
/** Reads JSON. Throws {@link ProblemError}. */
export declare function read<T>(path: string, query?: Query): Promise<T>;
/** Writes JSON with the form token. Throws {@link ProblemError}. */
export declare function write<T>(method: 'POST' | 'PATCH', path: string, body?: unknown): Promise<T>;
/** Sends one file as multipart under the name that the endpoint expects. Throws {@link ProblemError}. */
export declare function sendFile<T>(path: string, name: string, file: File): Promise<T>;
export {};
