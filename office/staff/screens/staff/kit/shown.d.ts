import type { ReactElement } from 'react';
/** An amount as it came over the wire (a decimal string of fen), in yuan with two decimals. */
export declare function Yuan({ fen, unit }: {
    readonly fen: string;
    readonly unit?: boolean;
}): ReactElement;
export declare function Key({ children }: {
    readonly children: string;
}): ReactElement;
