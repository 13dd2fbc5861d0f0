import type { ReactElement } from 'react';
import type { CaseFile, DeterminationWire } from '../../contract.ts';
/** What the policy says of this family, with every reason and how it was reached. */
export declare function DeterminationCard({ file }: {
    readonly file: CaseFile;
}): ReactElement;
/** The outcome large, then why, then what is still unknown. */
export declare function Determination({ determination, }: {
    readonly determination: Omit<DeterminationWire, 'trace'>;
}): ReactElement;
export declare function Verdict({ determination, }: {
    readonly determination: Pick<DeterminationWire, 'outcome' | 'amountFen'>;
}): ReactElement;
