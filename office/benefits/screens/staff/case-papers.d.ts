import { type ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
/** The documents that the policy asks for, and one photo at a time: looking at a photo is logged, so none is fetched unasked but the first. */
export declare function PapersCard({ file }: {
    readonly file: CaseFile;
}): ReactElement;
