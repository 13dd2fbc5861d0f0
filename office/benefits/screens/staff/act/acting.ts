import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { acted, confirmInput, reviewInput } from '../../../contract/review.ts';
import type { CaseFile } from '../../../contract/case-file.ts';
import { write } from '../../../../../building/staff-kit/ask/api.ts';
import { meQuery } from '../../../../staff/screens/staff/session.ts';
import { benefitsKey, caseQuery } from '../queries.ts';

export type CaseActKey = CaseFile['actions'][number]['key'];
type ReviewInput = z.infer<typeof reviewInput>;
type ConfirmInput = z.infer<typeof confirmInput>;
export type Acted = z.infer<typeof acted>;

/** What is done to a case, and at which step: the desk has one endpoint for each. */
export type CaseActing =
  | { readonly step: 'review'; readonly body: ReviewInput }
  | { readonly step: 'confirm'; readonly body: ConfirmInput };

/** Acts on a case; afterwards lists, counts and the case itself are asked for again. */
export function useCaseAct(id: string, onDone: (acted: Acted) => void): UseMutationResult<Acted, Error, CaseActing> {
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: ({ step, body }) => write<Acted>('POST', `/api/office/cases/${id}/${step}`, body),
    onSuccess: (answer) => {
      onDone(answer);
      return refresh();
    },
  });
}

/** Asks again for one case and for every list and count that it may stand in. */
export function useRefresh(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: caseQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: [...benefitsKey, 'today'] });
    void client.invalidateQueries({ queryKey: [...benefitsKey, 'cases'] });
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
}

/** What a signer has typed and not yet sent, kept while they look at another case; in memory only. */
const drafts = new Map<string, Readonly<Record<string, string>>>();

export function draftOf(id: string): Readonly<Record<string, string>> {
  return drafts.get(id) ?? {};
}

export function keepDraft(id: string, name: string, text: string): void {
  drafts.set(id, { ...draftOf(id), [name]: text });
}

export function dropDraft(id: string): void {
  drafts.delete(id);
}
