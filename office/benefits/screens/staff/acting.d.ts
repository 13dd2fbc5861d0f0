import { type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { acted, CaseFile, confirmInput, reviewInput } from '../../contract.ts';
export type CaseActKey = CaseFile['actions'][number]['key'];
export type ReviewInput = z.infer<typeof reviewInput>;
export type ConfirmInput = z.infer<typeof confirmInput>;
export type Acted = z.infer<typeof acted>;
/** What is done to a case, and at which step: the desk has one endpoint for each. */
export type CaseActing = {
    readonly step: 'review';
    readonly body: ReviewInput;
} | {
    readonly step: 'confirm';
    readonly body: ConfirmInput;
};
/** Acts on a case; afterwards lists, counts and the case itself are asked for again. */
export declare function useCaseAct(id: string, onDone: (acted: Acted) => void): UseMutationResult<Acted, Error, CaseActing>;
/** Asks again for one case and for every list and count that it may stand in. */
export declare function useRefresh(id: string): () => Promise<void>;
export declare function draftOf(id: string): Readonly<Record<string, string>>;
export declare function keepDraft(id: string, name: string, text: string): void;
export declare function dropDraft(id: string): void;
