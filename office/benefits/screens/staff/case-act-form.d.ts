import { type ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
import { type Acted, type CaseActKey } from './acting.ts';
interface Props {
    readonly file: CaseFile;
    readonly act: CaseActKey;
    readonly cancel: () => void;
    readonly done: (acted: Acted) => void;
}
/** What each act needs to be told, in the page itself: nothing pops up, the evidence stays in sight. */
export declare function ActForm({ file, act, cancel, done }: Props): ReactElement;
export {};
