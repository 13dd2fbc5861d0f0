/** Words of the screens every staff member meets: sign-in, own account, and what all screens share. */
export declare const zh: {
    page: {
        site: string;
        loading: string;
    };
    problem: {
        unreachable: string;
        unreachableDetail: string;
        ourFault: string;
        ourFaultDetail: string;
        again: string;
    };
    signIn: {
        title: string;
        county: string;
        name: string;
        password: string;
        go: string;
        going: string;
        nameMissing: string;
        passwordMissing: string;
        forgotten: string;
        family: string;
        sample: string;
        sampleHint: string;
        endedTitle: string;
        ended: string;
    };
    account: {
        title: string;
        who: string;
        signInName: string;
        office: string;
        duties: string;
        within: (division: string) => string;
        password: string;
        current: string;
        chosen: string;
        repeated: string;
        hint: string;
        tooShort: string;
        different: string;
        currentMissing: string;
        save: string;
        saved: string;
        keys: string;
        keysHint: string;
        keysOn: string;
        keysOff: string;
    };
};
export type Words = typeof zh;
