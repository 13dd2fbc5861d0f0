import { type ReactElement } from 'react';
import type { Applied } from './apply.tsx';
interface Props {
    readonly applied: Applied;
    readonly benefit: string;
    readonly applicant: string;
    readonly subject: string;
    readonly phone: string | undefined;
}
/** The slip that the family takes home: number, by when they are answered, and where to follow it. */
export declare function ReceiptSlip({ applied, benefit, applicant, subject }: Props): ReactElement;
export {};
