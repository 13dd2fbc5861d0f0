import { z } from 'zod';
import { instantText } from '../../hall/contract/wire.ts';
import { atAnAddress, limited } from '../../hall/contract/problem.ts';

/** `POST /api/my/sign-in/code` */
export const askForCode = z.object({ phone: z.string().max(40) });

/** `sampleCode` only in a sample county, where no message is sent. */
export const codeSent = z.object({
  maskedPhone: z.string(),
  validMinutes: z.number().int(),
  sampleCode: z.string().optional(),
});

/** `POST /api/my/sign-in` */
export const signInWithCode = z.object({ phone: z.string().max(40), code: z.string().max(20) });

export const signedInFamily = z.object({
  formToken: z.string(),
  expiresAt: instantText,
  /** False for a phone that is not in the register yet. */
  registered: z.boolean(),
});

/** `GET /api/my/session` */
export const mySession = z.object({
  formToken: z.string(),
  maskedPhone: z.string(),
  /** False for a phone that is not in the register yet. */
  registered: z.boolean(),
  name: z.string().optional(),
});

const wrongPhone = ['phone-empty', 'phone-wrong'] as const;
export const askForCodeProblems = [...atAnAddress, ...limited, ...wrongPhone, 'not-sent'] as const;
export const signInProblems = [...atAnAddress, ...limited, ...wrongPhone, 'wrong-code', 'code-over'] as const;
