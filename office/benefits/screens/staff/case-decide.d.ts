import { type ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
/** Checks above the decision, then what my duty allows; what it forbids says why. */
export declare function DecidePart({ file }: {
    readonly file: CaseFile;
}): ReactElement | null;
