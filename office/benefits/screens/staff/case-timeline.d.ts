import type { ReactElement } from 'react';
import type { CaseFile } from '../../contract.ts';
export type TimelineEntry = CaseFile['timeline'][number];
export declare function TimelineCard({ entries }: {
    readonly entries: readonly TimelineEntry[];
}): ReactElement;
/** What happened to a case, who did it, and what they wrote with it. */
export declare function Timeline({ entries }: {
    readonly entries: readonly TimelineEntry[];
}): ReactElement;
/** The one notice, what it asked for, and what came of it. */
export declare function CorrectionCard({ correction }: {
    readonly correction: NonNullable<CaseFile['correction']>;
}): ReactElement;
