import type { Me } from '../../../contract.ts';
import type { Duty } from '../../../acting.ts';
/** Who is signed in, their duties and what waits for them. Asked again after every act, so the menu's counts stay true. */
export declare const meQuery: import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    staff: {
        id: import("../../../../../values/id.ts").StaffId;
        name: string;
        signInName: string;
    };
    office: {
        id: import("../../../../../values/id.ts").OfficeId;
        name: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    duties: {
        duty: "administer" | "author-policy" | "confirm" | "manage-funds" | "pay-out" | "receive" | "review" | "supervise";
        words: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    }[];
    formToken: string;
    today: import("../../../../../values/day.ts").Day;
    counts: Record<string, {
        count: number;
        late?: number | undefined;
    }>;
}, Error, {
    staff: {
        id: import("../../../../../values/id.ts").StaffId;
        name: string;
        signInName: string;
    };
    office: {
        id: import("../../../../../values/id.ts").OfficeId;
        name: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    duties: {
        duty: "administer" | "author-policy" | "confirm" | "manage-funds" | "pay-out" | "receive" | "review" | "supervise";
        words: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    }[];
    formToken: string;
    today: import("../../../../../values/day.ts").Day;
    counts: Record<string, {
        count: number;
        late?: number | undefined;
    }>;
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        staff: {
            id: import("../../../../../values/id.ts").StaffId;
            name: string;
            signInName: string;
        };
        office: {
            id: import("../../../../../values/id.ts").OfficeId;
            name: {
                zh: string;
                en: string;
            };
            division: {
                code: import("../../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
        };
        duties: {
            duty: "administer" | "author-policy" | "confirm" | "manage-funds" | "pay-out" | "receive" | "review" | "supervise";
            words: {
                zh: string;
                en: string;
            };
            division: {
                code: import("../../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
        }[];
        formToken: string;
        today: import("../../../../../values/day.ts").Day;
        counts: Record<string, {
            count: number;
            late?: number | undefined;
        }>;
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    staff: {
        id: import("../../../../../values/id.ts").StaffId;
        name: string;
        signInName: string;
    };
    office: {
        id: import("../../../../../values/id.ts").OfficeId;
        name: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    duties: {
        duty: "administer" | "author-policy" | "confirm" | "manage-funds" | "pay-out" | "receive" | "review" | "supervise";
        words: {
            zh: string;
            en: string;
        };
        division: {
            code: import("../../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    }[];
    formToken: string;
    today: import("../../../../../values/day.ts").Day;
    counts: Record<string, {
        count: number;
        late?: number | undefined;
    }>;
}, Error>;
/** The signed-in staff member. Screens stand inside the shell, which shows them only once this is known. */
export declare function useMe(): Me;
export declare function holds(me: Me, ...duties: readonly Duty[]): boolean;
