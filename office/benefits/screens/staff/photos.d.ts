import { type ReactElement } from 'react';
import type { z } from 'zod';
import type { photo } from '../../contract.ts';
import type { Bilingual } from '../../../../values/language.ts';
/** A photo that the server has stored, with what the screen needs to show it again. */
export interface Shot extends z.infer<typeof photo> {
    readonly preview: string;
    readonly fileName: string;
}
/** The photos as the desk takes them. */
export declare function photosOf(shots: readonly Shot[]): z.infer<typeof photo>[];
interface Props {
    readonly requirement: {
        readonly key: string;
        readonly name: Bilingual;
        readonly hint: Bilingual;
    };
    readonly shots: readonly Shot[];
    readonly add: (shot: Shot) => void;
    readonly remove: (digest: string) => void;
}
/** Photos of one document: taken on the phone or chosen from files, stored at once, removable until handed in. */
export declare function Photos({ requirement, shots, add, remove }: Props): ReactElement;
export {};
