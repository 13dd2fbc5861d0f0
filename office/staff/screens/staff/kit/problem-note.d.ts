import type { ReactElement } from 'react';
import { type Problem } from './api.ts';
interface Fault {
    readonly at: string;
    readonly detail: string;
}
/** The faults a problem lists, each with the place in what was sent. */
export declare function faultsOf(problem: Problem): readonly Fault[];
interface Props {
    readonly error: unknown;
    /** Offers to try again. */
    readonly again?: () => void;
}
/** What went wrong, in the place where it went wrong: what happened, what to do, and every fault at once. */
export declare function ProblemNote({ error, again }: Props): ReactElement;
export {};
