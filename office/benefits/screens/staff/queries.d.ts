import type { CasesQuery } from '../../contract.ts';
/** Everything asked of the benefits desk stands under this key, so that an act can make all of it be asked again. */
export declare const benefitsKey: readonly ['benefits'];
export declare const todayQuery: import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<{
    today: import("../../../../values/day.ts").Day;
    soonUntil: import("../../../../values/day.ts").Day;
    counts: {
        overdue: number;
        soon: number;
        rest: number;
        waiting: number;
    };
    onTime: {
        decided: number;
        onTime: number;
    };
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, Error, import("@tanstack/query-core").InfiniteData<{
    today: import("../../../../values/day.ts").Day;
    soonUntil: import("../../../../values/day.ts").Day;
    counts: {
        overdue: number;
        soon: number;
        rest: number;
        waiting: number;
    };
    onTime: {
        decided: number;
        onTime: number;
    };
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, unknown>, string[], string>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        today: import("../../../../values/day.ts").Day;
        soonUntil: import("../../../../values/day.ts").Day;
        counts: {
            overdue: number;
            soon: number;
            rest: number;
            waiting: number;
        };
        onTime: {
            decided: number;
            onTime: number;
        };
        lines: {
            id: import("../../../../values/id.ts").CaseId;
            receipt: string;
            policy: string;
            title: {
                zh: string;
                en: string;
            };
            period: string;
            applicant: string;
            subject: string;
            residence: {
                code: import("../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
            state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
            turn: "confirm" | "family" | "review" | null;
            standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
            receivedOn: import("../../../../values/day.ts").Day;
            dueOn: import("../../../../values/day.ts").Day;
            dueProvisional: boolean;
            workingDaysLeft: number | null;
            outcome: "eligible" | "not-eligible" | "undetermined";
            amountFen: string | null;
            documents: {
                given: number;
                required: number;
                complete: boolean;
            };
            origin: "counter" | "phone";
            version: number;
        }[];
        next: string | null;
    }, string[], string>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], import("@tanstack/query-core").InfiniteData<{
    today: import("../../../../values/day.ts").Day;
    soonUntil: import("../../../../values/day.ts").Day;
    counts: {
        overdue: number;
        soon: number;
        rest: number;
        waiting: number;
    };
    onTime: {
        decided: number;
        onTime: number;
    };
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, unknown>, Error>;
/** What narrows the list of cases; the page after comes by itself. */
export type CaseFilter = Omit<CasesQuery, 'after' | 'limit'>;
export declare const casesQuery: (filter: CaseFilter) => import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseInfiniteQueryOptions<{
    today: import("../../../../values/day.ts").Day;
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, Error, import("@tanstack/query-core").InfiniteData<{
    today: import("../../../../values/day.ts").Day;
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, unknown>, (string | CaseFilter)[], string>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        today: import("../../../../values/day.ts").Day;
        lines: {
            id: import("../../../../values/id.ts").CaseId;
            receipt: string;
            policy: string;
            title: {
                zh: string;
                en: string;
            };
            period: string;
            applicant: string;
            subject: string;
            residence: {
                code: import("../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
            state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
            turn: "confirm" | "family" | "review" | null;
            standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
            receivedOn: import("../../../../values/day.ts").Day;
            dueOn: import("../../../../values/day.ts").Day;
            dueProvisional: boolean;
            workingDaysLeft: number | null;
            outcome: "eligible" | "not-eligible" | "undetermined";
            amountFen: string | null;
            documents: {
                given: number;
                required: number;
                complete: boolean;
            };
            origin: "counter" | "phone";
            version: number;
        }[];
        next: string | null;
    }, (string | CaseFilter)[], string>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<(string | CaseFilter)[], import("@tanstack/query-core").InfiniteData<{
    today: import("../../../../values/day.ts").Day;
    lines: {
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        applicant: string;
        subject: string;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        documents: {
            given: number;
            required: number;
            complete: boolean;
        };
        origin: "counter" | "phone";
        version: number;
    }[];
    next: string | null;
}, unknown>, Error>;
/** Opening a case is a look at a record and is logged, so it is not asked for again merely because the window came to the front. */
export declare const caseQuery: (id: string) => import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    id: import("../../../../values/id.ts").CaseId;
    receipt: string;
    version: number;
    policy: string;
    title: {
        zh: string;
        en: string;
    };
    period: string;
    state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
    turn: "confirm" | "family" | "review" | null;
    standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
    origin: "counter" | "phone";
    receivedOn: import("../../../../values/day.ts").Day;
    dueOn: import("../../../../values/day.ts").Day;
    dueProvisional: boolean;
    workingDaysLeft: number | null;
    workingDays: number;
    purpose: {
        zh: string;
        en: string;
    };
    familyId: import("../../../../values/id.ts").FamilyId;
    applicant: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        maskedPhone?: string | undefined;
        maskedIdentity?: string | undefined;
        relation: "guardian" | "none" | "parent" | "self";
    };
    subject: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        maskedIdentity?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    account: {
        bank: string;
        holderName: string;
        last4: string;
        holderIs: "applicant" | "other" | "subject";
    };
    requirements: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
        given: number;
        asked: boolean;
    }[];
    documents: {
        id: import("../../../../values/id.ts").DocumentId;
        requirement: string;
        name: {
            zh: string;
            en: string;
        };
        mediaType: string;
        sizeBytes: number;
        addedAt: string;
    }[];
    answers: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
        value: string;
    }[];
    determination: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    };
    changedSince: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    } | null;
    askable: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
    articles: {
        key: string;
        heading: {
            zh: string;
            en: string;
        };
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
    }[];
    checks: {
        key: "amount" | "article" | "competent" | "complete" | "deadline" | "signer" | "step";
        result: "attention" | "fails" | "passes";
        words: {
            zh: string;
            en: string;
        };
    }[];
    actions: {
        key: "ask-correction" | "grant" | "pass" | "refuse" | "send-back";
        allowed: boolean;
        why?: {
            zh: string;
            en: string;
        } | undefined;
    }[];
    timeline: {
        seq: number;
        at: string;
        kind: string;
        by: {
            kind: "family" | "staff" | "system";
            name: string;
            office?: {
                zh: string;
                en: string;
            } | undefined;
            duty?: string | undefined;
        };
        words: {
            zh: string;
            en: string;
        };
        note?: string | undefined;
    }[];
    correction: {
        on: import("../../../../values/day.ts").Day;
        items: ({
            kind: "document";
            requirement: string;
            words: {
                zh: string;
                en: string;
            };
        } | {
            kind: "fact";
            fact: string;
            words: {
                zh: string;
                en: string;
            };
        })[];
        note?: string | undefined;
        answeredOn?: import("../../../../values/day.ts").Day | undefined;
        explanation?: string | undefined;
    } | null;
    decision: {
        number: string;
        outcome: "granted" | "refused";
        amountFen: string | null;
        decidedOn: import("../../../../values/day.ts").Day;
        office: {
            zh: string;
            en: string;
        };
        reasons: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            law: string;
            lastDay?: import("../../../../values/day.ts").Day | undefined;
        }[];
    } | null;
}, Error, {
    id: import("../../../../values/id.ts").CaseId;
    receipt: string;
    version: number;
    policy: string;
    title: {
        zh: string;
        en: string;
    };
    period: string;
    state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
    turn: "confirm" | "family" | "review" | null;
    standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
    origin: "counter" | "phone";
    receivedOn: import("../../../../values/day.ts").Day;
    dueOn: import("../../../../values/day.ts").Day;
    dueProvisional: boolean;
    workingDaysLeft: number | null;
    workingDays: number;
    purpose: {
        zh: string;
        en: string;
    };
    familyId: import("../../../../values/id.ts").FamilyId;
    applicant: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        maskedPhone?: string | undefined;
        maskedIdentity?: string | undefined;
        relation: "guardian" | "none" | "parent" | "self";
    };
    subject: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        maskedIdentity?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    account: {
        bank: string;
        holderName: string;
        last4: string;
        holderIs: "applicant" | "other" | "subject";
    };
    requirements: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
        given: number;
        asked: boolean;
    }[];
    documents: {
        id: import("../../../../values/id.ts").DocumentId;
        requirement: string;
        name: {
            zh: string;
            en: string;
        };
        mediaType: string;
        sizeBytes: number;
        addedAt: string;
    }[];
    answers: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
        value: string;
    }[];
    determination: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    };
    changedSince: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    } | null;
    askable: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
    articles: {
        key: string;
        heading: {
            zh: string;
            en: string;
        };
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
    }[];
    checks: {
        key: "amount" | "article" | "competent" | "complete" | "deadline" | "signer" | "step";
        result: "attention" | "fails" | "passes";
        words: {
            zh: string;
            en: string;
        };
    }[];
    actions: {
        key: "ask-correction" | "grant" | "pass" | "refuse" | "send-back";
        allowed: boolean;
        why?: {
            zh: string;
            en: string;
        } | undefined;
    }[];
    timeline: {
        seq: number;
        at: string;
        kind: string;
        by: {
            kind: "family" | "staff" | "system";
            name: string;
            office?: {
                zh: string;
                en: string;
            } | undefined;
            duty?: string | undefined;
        };
        words: {
            zh: string;
            en: string;
        };
        note?: string | undefined;
    }[];
    correction: {
        on: import("../../../../values/day.ts").Day;
        items: ({
            kind: "document";
            requirement: string;
            words: {
                zh: string;
                en: string;
            };
        } | {
            kind: "fact";
            fact: string;
            words: {
                zh: string;
                en: string;
            };
        })[];
        note?: string | undefined;
        answeredOn?: import("../../../../values/day.ts").Day | undefined;
        explanation?: string | undefined;
    } | null;
    decision: {
        number: string;
        outcome: "granted" | "refused";
        amountFen: string | null;
        decidedOn: import("../../../../values/day.ts").Day;
        office: {
            zh: string;
            en: string;
        };
        reasons: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            law: string;
            lastDay?: import("../../../../values/day.ts").Day | undefined;
        }[];
    } | null;
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        id: import("../../../../values/id.ts").CaseId;
        receipt: string;
        version: number;
        policy: string;
        title: {
            zh: string;
            en: string;
        };
        period: string;
        state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
        turn: "confirm" | "family" | "review" | null;
        standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
        origin: "counter" | "phone";
        receivedOn: import("../../../../values/day.ts").Day;
        dueOn: import("../../../../values/day.ts").Day;
        dueProvisional: boolean;
        workingDaysLeft: number | null;
        workingDays: number;
        purpose: {
            zh: string;
            en: string;
        };
        familyId: import("../../../../values/id.ts").FamilyId;
        applicant: {
            id: import("../../../../values/id.ts").PersonId;
            name: string;
            maskedPhone?: string | undefined;
            maskedIdentity?: string | undefined;
            relation: "guardian" | "none" | "parent" | "self";
        };
        subject: {
            id: import("../../../../values/id.ts").PersonId;
            name: string;
            birth: import("../../../../values/day.ts").Day;
            nationality?: string | undefined;
            maskedIdentity?: string | undefined;
            residence: {
                code: import("../../../../values/division.ts").Division;
                name: {
                    zh: string;
                    en: string;
                };
            };
        };
        account: {
            bank: string;
            holderName: string;
            last4: string;
            holderIs: "applicant" | "other" | "subject";
        };
        requirements: {
            key: string;
            name: {
                zh: string;
                en: string;
            };
            hint: {
                zh: string;
                en: string;
            };
            required: boolean;
            given: number;
            asked: boolean;
        }[];
        documents: {
            id: import("../../../../values/id.ts").DocumentId;
            requirement: string;
            name: {
                zh: string;
                en: string;
            };
            mediaType: string;
            sizeBytes: number;
            addedAt: string;
        }[];
        answers: {
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            value: string;
        }[];
        determination: {
            policy: string;
            version: string;
            period: string;
            outcome: "eligible" | "not-eligible" | "undetermined";
            amountFen: string | null;
            missing: {
                name: string;
                person: string;
                fact: string;
                words: {
                    zh: string;
                    en: string;
                };
                question?: string | undefined;
            }[];
            because: {
                words: {
                    zh: string;
                    en: string;
                };
                law?: {
                    source: string;
                    title: string;
                    place: string;
                    verified: boolean;
                } | undefined;
            }[];
            trace: import("../../../../rules/determination.ts").TraceNode;
        };
        changedSince: {
            policy: string;
            version: string;
            period: string;
            outcome: "eligible" | "not-eligible" | "undetermined";
            amountFen: string | null;
            missing: {
                name: string;
                person: string;
                fact: string;
                words: {
                    zh: string;
                    en: string;
                };
                question?: string | undefined;
            }[];
            because: {
                words: {
                    zh: string;
                    en: string;
                };
                law?: {
                    source: string;
                    title: string;
                    place: string;
                    verified: boolean;
                } | undefined;
            }[];
            trace: import("../../../../rules/determination.ts").TraceNode;
        } | null;
        askable: {
            fact: string;
            words: {
                zh: string;
                en: string;
            };
        }[];
        articles: {
            key: string;
            heading: {
                zh: string;
                en: string;
            };
            law: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            };
        }[];
        checks: {
            key: "amount" | "article" | "competent" | "complete" | "deadline" | "signer" | "step";
            result: "attention" | "fails" | "passes";
            words: {
                zh: string;
                en: string;
            };
        }[];
        actions: {
            key: "ask-correction" | "grant" | "pass" | "refuse" | "send-back";
            allowed: boolean;
            why?: {
                zh: string;
                en: string;
            } | undefined;
        }[];
        timeline: {
            seq: number;
            at: string;
            kind: string;
            by: {
                kind: "family" | "staff" | "system";
                name: string;
                office?: {
                    zh: string;
                    en: string;
                } | undefined;
                duty?: string | undefined;
            };
            words: {
                zh: string;
                en: string;
            };
            note?: string | undefined;
        }[];
        correction: {
            on: import("../../../../values/day.ts").Day;
            items: ({
                kind: "document";
                requirement: string;
                words: {
                    zh: string;
                    en: string;
                };
            } | {
                kind: "fact";
                fact: string;
                words: {
                    zh: string;
                    en: string;
                };
            })[];
            note?: string | undefined;
            answeredOn?: import("../../../../values/day.ts").Day | undefined;
            explanation?: string | undefined;
        } | null;
        decision: {
            number: string;
            outcome: "granted" | "refused";
            amountFen: string | null;
            decidedOn: import("../../../../values/day.ts").Day;
            office: {
                zh: string;
                en: string;
            };
            reasons: {
                words: {
                    zh: string;
                    en: string;
                };
                law?: {
                    source: string;
                    title: string;
                    place: string;
                    verified: boolean;
                } | undefined;
            }[];
            remedies: {
                key: string;
                words: {
                    zh: string;
                    en: string;
                };
                law: string;
                lastDay?: import("../../../../values/day.ts").Day | undefined;
            }[];
        } | null;
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    id: import("../../../../values/id.ts").CaseId;
    receipt: string;
    version: number;
    policy: string;
    title: {
        zh: string;
        en: string;
    };
    period: string;
    state: "correcting" | "granted" | "received" | "refused" | "reviewed" | "withdrawn";
    turn: "confirm" | "family" | "review" | null;
    standing: "closed" | "overdue" | "rest" | "soon" | "waiting";
    origin: "counter" | "phone";
    receivedOn: import("../../../../values/day.ts").Day;
    dueOn: import("../../../../values/day.ts").Day;
    dueProvisional: boolean;
    workingDaysLeft: number | null;
    workingDays: number;
    purpose: {
        zh: string;
        en: string;
    };
    familyId: import("../../../../values/id.ts").FamilyId;
    applicant: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        maskedPhone?: string | undefined;
        maskedIdentity?: string | undefined;
        relation: "guardian" | "none" | "parent" | "self";
    };
    subject: {
        id: import("../../../../values/id.ts").PersonId;
        name: string;
        birth: import("../../../../values/day.ts").Day;
        nationality?: string | undefined;
        maskedIdentity?: string | undefined;
        residence: {
            code: import("../../../../values/division.ts").Division;
            name: {
                zh: string;
                en: string;
            };
        };
    };
    account: {
        bank: string;
        holderName: string;
        last4: string;
        holderIs: "applicant" | "other" | "subject";
    };
    requirements: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
        given: number;
        asked: boolean;
    }[];
    documents: {
        id: import("../../../../values/id.ts").DocumentId;
        requirement: string;
        name: {
            zh: string;
            en: string;
        };
        mediaType: string;
        sizeBytes: number;
        addedAt: string;
    }[];
    answers: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
        value: string;
    }[];
    determination: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    };
    changedSince: {
        policy: string;
        version: string;
        period: string;
        outcome: "eligible" | "not-eligible" | "undetermined";
        amountFen: string | null;
        missing: {
            name: string;
            person: string;
            fact: string;
            words: {
                zh: string;
                en: string;
            };
            question?: string | undefined;
        }[];
        because: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        trace: import("../../../../rules/determination.ts").TraceNode;
    } | null;
    askable: {
        fact: string;
        words: {
            zh: string;
            en: string;
        };
    }[];
    articles: {
        key: string;
        heading: {
            zh: string;
            en: string;
        };
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
    }[];
    checks: {
        key: "amount" | "article" | "competent" | "complete" | "deadline" | "signer" | "step";
        result: "attention" | "fails" | "passes";
        words: {
            zh: string;
            en: string;
        };
    }[];
    actions: {
        key: "ask-correction" | "grant" | "pass" | "refuse" | "send-back";
        allowed: boolean;
        why?: {
            zh: string;
            en: string;
        } | undefined;
    }[];
    timeline: {
        seq: number;
        at: string;
        kind: string;
        by: {
            kind: "family" | "staff" | "system";
            name: string;
            office?: {
                zh: string;
                en: string;
            } | undefined;
            duty?: string | undefined;
        };
        words: {
            zh: string;
            en: string;
        };
        note?: string | undefined;
    }[];
    correction: {
        on: import("../../../../values/day.ts").Day;
        items: ({
            kind: "document";
            requirement: string;
            words: {
                zh: string;
                en: string;
            };
        } | {
            kind: "fact";
            fact: string;
            words: {
                zh: string;
                en: string;
            };
        })[];
        note?: string | undefined;
        answeredOn?: import("../../../../values/day.ts").Day | undefined;
        explanation?: string | undefined;
    } | null;
    decision: {
        number: string;
        outcome: "granted" | "refused";
        amountFen: string | null;
        decidedOn: import("../../../../values/day.ts").Day;
        office: {
            zh: string;
            en: string;
        };
        reasons: {
            words: {
                zh: string;
                en: string;
            };
            law?: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            } | undefined;
        }[];
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            law: string;
            lastDay?: import("../../../../values/day.ts").Day | undefined;
        }[];
    } | null;
}, Error>;
export declare const benefitListQuery: import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    benefits: {
        policy: string;
        address: string;
        title: {
            zh: string;
            en: string;
        };
        summary: {
            zh: string;
            en: string;
        };
        version: string;
        periods: string[];
    }[];
}, Error, {
    benefits: {
        policy: string;
        address: string;
        title: {
            zh: string;
            en: string;
        };
        summary: {
            zh: string;
            en: string;
        };
        version: string;
        periods: string[];
    }[];
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        benefits: {
            policy: string;
            address: string;
            title: {
                zh: string;
                en: string;
            };
            summary: {
                zh: string;
                en: string;
            };
            version: string;
            periods: string[];
        }[];
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    benefits: {
        policy: string;
        address: string;
        title: {
            zh: string;
            en: string;
        };
        summary: {
            zh: string;
            en: string;
        };
        version: string;
        periods: string[];
    }[];
}, Error>;
export declare const benefitPageQuery: (address: string) => import("@tanstack/query-core").OmitKeyof<import("@tanstack/react-query").UseQueryOptions<{
    policy: string;
    address: string;
    title: {
        zh: string;
        en: string;
    };
    summary: {
        zh: string;
        en: string;
    };
    version: string;
    periods: string[];
    division: string;
    subject: {
        name: string;
        words: {
            zh: string;
            en: string;
        };
    };
    sources: {
        key: string;
        title: string;
        date?: string | undefined;
        verified: string;
        address?: string | undefined;
    }[];
    articles: {
        heading: {
            zh: string;
            en: string;
        };
        text: {
            zh: string;
            en: string;
        };
        source: string;
        title: string;
        place: string;
        verified: boolean;
    }[];
    parameters: {
        name: string;
        type: string;
        words?: {
            zh: string;
            en: string;
        } | undefined;
        values: {
            from: string;
            value: string;
        }[];
        verified: boolean;
        law?: string | undefined;
    }[];
    documents: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
    }[];
    procedure: {
        steps: {
            key: string;
            duty: string;
            level: string;
            name: {
                zh: string;
                en: string;
            };
        }[];
        workingDays: number;
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
        payment: {
            rhythm: string;
            words: {
                zh: string;
                en: string;
            };
        };
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            withinDays?: number | undefined;
            law: string;
        }[];
    };
    questions: {
        key: string;
        fact: string;
        ask: {
            zh: string;
            en: string;
        };
        help?: {
            zh: string;
            en: string;
        } | undefined;
        why: {
            zh: string;
            en: string;
        };
        answer: {
            kind: "date";
        } | {
            kind: "choice";
            options: {
                value: string | boolean;
                words: {
                    zh: string;
                    en: string;
                };
            }[];
        };
    }[];
    supposed: {
        zh: string;
        en: string;
    }[];
    notes: {
        zh: string;
        en: string;
    }[];
    ends: {
        zh: string;
        en: string;
    }[];
    leaflet: {
        zh: string;
        en: string;
    }[];
}, Error, {
    policy: string;
    address: string;
    title: {
        zh: string;
        en: string;
    };
    summary: {
        zh: string;
        en: string;
    };
    version: string;
    periods: string[];
    division: string;
    subject: {
        name: string;
        words: {
            zh: string;
            en: string;
        };
    };
    sources: {
        key: string;
        title: string;
        date?: string | undefined;
        verified: string;
        address?: string | undefined;
    }[];
    articles: {
        heading: {
            zh: string;
            en: string;
        };
        text: {
            zh: string;
            en: string;
        };
        source: string;
        title: string;
        place: string;
        verified: boolean;
    }[];
    parameters: {
        name: string;
        type: string;
        words?: {
            zh: string;
            en: string;
        } | undefined;
        values: {
            from: string;
            value: string;
        }[];
        verified: boolean;
        law?: string | undefined;
    }[];
    documents: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
    }[];
    procedure: {
        steps: {
            key: string;
            duty: string;
            level: string;
            name: {
                zh: string;
                en: string;
            };
        }[];
        workingDays: number;
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
        payment: {
            rhythm: string;
            words: {
                zh: string;
                en: string;
            };
        };
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            withinDays?: number | undefined;
            law: string;
        }[];
    };
    questions: {
        key: string;
        fact: string;
        ask: {
            zh: string;
            en: string;
        };
        help?: {
            zh: string;
            en: string;
        } | undefined;
        why: {
            zh: string;
            en: string;
        };
        answer: {
            kind: "date";
        } | {
            kind: "choice";
            options: {
                value: string | boolean;
                words: {
                    zh: string;
                    en: string;
                };
            }[];
        };
    }[];
    supposed: {
        zh: string;
        en: string;
    }[];
    notes: {
        zh: string;
        en: string;
    }[];
    ends: {
        zh: string;
        en: string;
    }[];
    leaflet: {
        zh: string;
        en: string;
    }[];
}, string[]>, "queryFn"> & {
    queryFn?: import("@tanstack/query-core").QueryFunction<{
        policy: string;
        address: string;
        title: {
            zh: string;
            en: string;
        };
        summary: {
            zh: string;
            en: string;
        };
        version: string;
        periods: string[];
        division: string;
        subject: {
            name: string;
            words: {
                zh: string;
                en: string;
            };
        };
        sources: {
            key: string;
            title: string;
            date?: string | undefined;
            verified: string;
            address?: string | undefined;
        }[];
        articles: {
            heading: {
                zh: string;
                en: string;
            };
            text: {
                zh: string;
                en: string;
            };
            source: string;
            title: string;
            place: string;
            verified: boolean;
        }[];
        parameters: {
            name: string;
            type: string;
            words?: {
                zh: string;
                en: string;
            } | undefined;
            values: {
                from: string;
                value: string;
            }[];
            verified: boolean;
            law?: string | undefined;
        }[];
        documents: {
            key: string;
            name: {
                zh: string;
                en: string;
            };
            hint: {
                zh: string;
                en: string;
            };
            required: boolean;
        }[];
        procedure: {
            steps: {
                key: string;
                duty: string;
                level: string;
                name: {
                    zh: string;
                    en: string;
                };
            }[];
            workingDays: number;
            law: {
                source: string;
                title: string;
                place: string;
                verified: boolean;
            };
            payment: {
                rhythm: string;
                words: {
                    zh: string;
                    en: string;
                };
            };
            remedies: {
                key: string;
                words: {
                    zh: string;
                    en: string;
                };
                withinDays?: number | undefined;
                law: string;
            }[];
        };
        questions: {
            key: string;
            fact: string;
            ask: {
                zh: string;
                en: string;
            };
            help?: {
                zh: string;
                en: string;
            } | undefined;
            why: {
                zh: string;
                en: string;
            };
            answer: {
                kind: "date";
            } | {
                kind: "choice";
                options: {
                    value: string | boolean;
                    words: {
                        zh: string;
                        en: string;
                    };
                }[];
            };
        }[];
        supposed: {
            zh: string;
            en: string;
        }[];
        notes: {
            zh: string;
            en: string;
        }[];
        ends: {
            zh: string;
            en: string;
        }[];
        leaflet: {
            zh: string;
            en: string;
        }[];
    }, string[], never>;
} & import("@tanstack/query-core").QueryKeyWithDataTag<string[], {
    policy: string;
    address: string;
    title: {
        zh: string;
        en: string;
    };
    summary: {
        zh: string;
        en: string;
    };
    version: string;
    periods: string[];
    division: string;
    subject: {
        name: string;
        words: {
            zh: string;
            en: string;
        };
    };
    sources: {
        key: string;
        title: string;
        date?: string | undefined;
        verified: string;
        address?: string | undefined;
    }[];
    articles: {
        heading: {
            zh: string;
            en: string;
        };
        text: {
            zh: string;
            en: string;
        };
        source: string;
        title: string;
        place: string;
        verified: boolean;
    }[];
    parameters: {
        name: string;
        type: string;
        words?: {
            zh: string;
            en: string;
        } | undefined;
        values: {
            from: string;
            value: string;
        }[];
        verified: boolean;
        law?: string | undefined;
    }[];
    documents: {
        key: string;
        name: {
            zh: string;
            en: string;
        };
        hint: {
            zh: string;
            en: string;
        };
        required: boolean;
    }[];
    procedure: {
        steps: {
            key: string;
            duty: string;
            level: string;
            name: {
                zh: string;
                en: string;
            };
        }[];
        workingDays: number;
        law: {
            source: string;
            title: string;
            place: string;
            verified: boolean;
        };
        payment: {
            rhythm: string;
            words: {
                zh: string;
                en: string;
            };
        };
        remedies: {
            key: string;
            words: {
                zh: string;
                en: string;
            };
            withinDays?: number | undefined;
            law: string;
        }[];
    };
    questions: {
        key: string;
        fact: string;
        ask: {
            zh: string;
            en: string;
        };
        help?: {
            zh: string;
            en: string;
        } | undefined;
        why: {
            zh: string;
            en: string;
        };
        answer: {
            kind: "date";
        } | {
            kind: "choice";
            options: {
                value: string | boolean;
                words: {
                    zh: string;
                    en: string;
                };
            }[];
        };
    }[];
    supposed: {
        zh: string;
        en: string;
    }[];
    notes: {
        zh: string;
        en: string;
    }[];
    ends: {
        zh: string;
        en: string;
    }[];
    leaflet: {
        zh: string;
        en: string;
    }[];
}, Error>;
