import { words } from '../words/made/all.ts';
import { z } from 'zod';
import { inEveryLanguage, type Localized } from '../../../values/language.ts';
import type { FoundingPart } from '../../hall/desk.ts';
import { recordAudit } from '../../hall/record.ts';
import { payerOf, putPayer } from './bank-store.ts';
import { payer } from './bank-profile.ts';

const written = z.strictObject({ payer });

/** From which account a county pays is said at its founding; said otherwise in a later file, the later one holds. */
export const payerAtFounding: FoundingPart = {
  key: 'bank',
  read: (value) => {
    const read = written.safeParse(value);
    if (!read.success) return { kind: 'faults', faults: read.error.issues.map(faultOf) };
    const pays = read.data.payer;
    return {
      kind: 'read',
      write: async (trx, house, acting) => {
        const before = await payerOf(trx, acting.county);
        if (before !== undefined && same(before, pays)) return;
        await putPayer(trx, acting.county, pays);
        const subject = { subjectKind: 'bank-profile', subjectId: 'default' };
        await recordAudit(trx, acting, { at: house.clock.now(), act: 'bank-profile.payer-entered', ...subject });
      },
    };
  },
};

function same(one: z.infer<typeof payer>, other: z.infer<typeof payer>): boolean {
  const parts = ({ name, account, bank, clearingCode = '' }: typeof one): string =>
    [name, account, bank, clearingCode].join('\n');
  return parts(one) === parts(other);
}

function faultOf({ path }: z.core.$ZodIssue): { readonly at: string; readonly words: Localized } {
  return { at: path.map(String).join('.'), words: inEveryLanguage(words, (w) => w.founding.whoPays) };
}
