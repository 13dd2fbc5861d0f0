import { type ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
/** What a clerk does for a family that stands at the counter: mend what the notice asked for, or take the application back. */
export declare function CounterActs({ file }: {
    readonly file: CaseFile;
}): ReactElement | null;
