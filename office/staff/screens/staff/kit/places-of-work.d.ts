/** The divisions within which the signed-in person works, in order of code. */
export declare const divisionsQuery: import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    divisions: {
        code: import("../../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    }[];
}, Error, {
    divisions: {
        code: import("../../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    }[];
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        divisions: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        }[];
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    divisions: {
        code: import("../../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    }[];
}, Error>;
/** Why a record may be opened at the counter. */
export declare const purposesQuery: import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    purposes: {
        key: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
}, Error, {
    purposes: {
        key: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        purposes: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
        }[];
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    purposes: {
        key: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
}, Error>;
