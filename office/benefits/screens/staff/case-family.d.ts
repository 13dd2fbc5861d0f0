import type { ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
/** Who asks, for whom, and where the money would go. */
export declare function FamilyCard({ file }: {
    readonly file: CaseFile;
}): ReactElement;
