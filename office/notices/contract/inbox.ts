import { z } from 'zod';
import type { NoticeId } from '../../../values/id.ts';
import { idOf, instantText, localized, matter } from '../../hall/contract/wire.ts';

/** One message to a family, with the words as they were said. */
const notice = z.object({
  id: idOf<NoticeId>(),
  at: instantText,
  kind: z.string(),
  words: localized,
  matter: matter.optional(),
  /** How far the text message has come; absent when the person has no phone in the register. */
  sms: z.enum(['waiting', 'sent', 'failed']).optional(),
});

/** `GET /api/my/notices`: newest first. */
export const myNotices = z.object({ notices: z.array(notice) });

export type Notice = z.infer<typeof notice>;
