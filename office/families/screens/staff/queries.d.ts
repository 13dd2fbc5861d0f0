export declare const familiesKey: readonly ['families'];
export declare const lookUpQuery: (q: string, purpose: string) => import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    people: {
        id: import("../../../../values/id.ts").PersonId;
        familyId: import("../../../../values/id.ts").FamilyId;
        maskedName: string;
        maskedIdentity?: string | undefined;
        maskedPhone?: string | undefined;
        birth: import("../../../../values/day.ts").Day;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        alive: boolean;
    }[];
    more: boolean;
    by: "identity" | "name" | "phone" | "pinyin";
}, Error, {
    people: {
        id: import("../../../../values/id.ts").PersonId;
        familyId: import("../../../../values/id.ts").FamilyId;
        maskedName: string;
        maskedIdentity?: string | undefined;
        maskedPhone?: string | undefined;
        birth: import("../../../../values/day.ts").Day;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        alive: boolean;
    }[];
    more: boolean;
    by: "identity" | "name" | "phone" | "pinyin";
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        people: {
            id: import("../../../../values/id.ts").PersonId;
            familyId: import("../../../../values/id.ts").FamilyId;
            maskedName: string;
            maskedIdentity?: string | undefined;
            maskedPhone?: string | undefined;
            birth: import("../../../../values/day.ts").Day;
            residence: {
                code: import("../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
            alive: boolean;
        }[];
        more: boolean;
        by: "identity" | "name" | "phone" | "pinyin";
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    people: {
        id: import("../../../../values/id.ts").PersonId;
        familyId: import("../../../../values/id.ts").FamilyId;
        maskedName: string;
        maskedIdentity?: string | undefined;
        maskedPhone?: string | undefined;
        birth: import("../../../../values/day.ts").Day;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        alive: boolean;
    }[];
    more: boolean;
    by: "identity" | "name" | "phone" | "pinyin";
}, Error>;
/** Opening a record is logged with its purpose, so it is asked for once and not again behind the clerk's back. */
export declare const familyQuery: (id: string, purpose: string) => import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    id: import("../../../../values/id.ts").FamilyId;
    residence: {
        code: import("../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    };
    people: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        identity?: string | undefined;
        phone?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        diedOn?: import("../../../../values/day.ts").Day | undefined;
        version: number;
    }[];
    kinships: {
        kind: "guardian" | "parent" | "spouse";
        from: import("../../../../values/id.ts").PersonId;
        to: import("../../../../values/id.ts").PersonId;
    }[];
    accounts: {
        id: import("../../../../values/id.ts").AccountId;
        personId: import("../../../../values/id.ts").PersonId;
        bank: string;
        holderName: string;
        last4: string;
    }[];
    purpose: {
        zh: string;
        en: string;
    };
}, Error, {
    id: import("../../../../values/id.ts").FamilyId;
    residence: {
        code: import("../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    };
    people: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        identity?: string | undefined;
        phone?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        diedOn?: import("../../../../values/day.ts").Day | undefined;
        version: number;
    }[];
    kinships: {
        kind: "guardian" | "parent" | "spouse";
        from: import("../../../../values/id.ts").PersonId;
        to: import("../../../../values/id.ts").PersonId;
    }[];
    accounts: {
        id: import("../../../../values/id.ts").AccountId;
        personId: import("../../../../values/id.ts").PersonId;
        bank: string;
        holderName: string;
        last4: string;
    }[];
    purpose: {
        zh: string;
        en: string;
    };
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        id: import("../../../../values/id.ts").FamilyId;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        people: {
            id: import("../../../../values/id.ts").PersonId;
            name: string;
            birth: import("../../../../values/day.ts").Day;
            nationality?: string | undefined;
            identity?: string | undefined;
            phone?: string | undefined;
            residence: {
                code: import("../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
            diedOn?: import("../../../../values/day.ts").Day | undefined;
            version: number;
        }[];
        kinships: {
            kind: "guardian" | "parent" | "spouse";
            from: import("../../../../values/id.ts").PersonId;
            to: import("../../../../values/id.ts").PersonId;
        }[];
        accounts: {
            id: import("../../../../values/id.ts").AccountId;
            personId: import("../../../../values/id.ts").PersonId;
            bank: string;
            holderName: string;
            last4: string;
        }[];
        purpose: {
            zh: string;
            en: string;
        };
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    id: import("../../../../values/id.ts").FamilyId;
    residence: {
        code: import("../../../../values/division.ts").Division;
        name: {
            zh: string;
            en: string;
        };
    };
    people: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        identity?: string | undefined;
        phone?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        diedOn?: import("../../../../values/day.ts").Day | undefined;
        version: number;
    }[];
    kinships: {
        kind: "guardian" | "parent" | "spouse";
        from: import("../../../../values/id.ts").PersonId;
        to: import("../../../../values/id.ts").PersonId;
    }[];
    accounts: {
        id: import("../../../../values/id.ts").AccountId;
        personId: import("../../../../values/id.ts").PersonId;
        bank: string;
        holderName: string;
        last4: string;
    }[];
    purpose: {
        zh: string;
        en: string;
    };
}, Error>;
