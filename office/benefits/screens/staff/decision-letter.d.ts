import type { ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
interface Props {
    readonly file: CaseFile;
    readonly decision: NonNullable<CaseFile['decision']>;
}
/** The letter as the family gets it: what was decided, why, by which law, and how to disagree until when. Prints alone on A4. */
export declare function DecisionLetter({ file, decision }: Props): ReactElement;
export {};
