import { z } from 'zod';
import { dayText, divisionName, fenText } from '../../hall/contract/wire.ts';
import { batchSummary } from './batch.ts';
import { balance } from './ledger.ts';
import { permission } from './permission.ts';

/** `GET /api/office/money` */
export const moneyOverview = z.object({
  today: dayText,
  /** What may go into a batch, by due day and township; a day after today is still to come. */
  due: z.array(
    z.object({
      dueOn: dayText,
      township: divisionName,
      count: z.int(),
      totalFen: fenText,
    }),
  ),
  /** The pay day to offer for the next batch; absent when nothing is due. */
  suggestedPayOn: dayText.optional(),
  batches: z.array(batchSummary),
  balances: z.array(balance),
  /** What a release can draw on: the deposit, less what is in transit, less batches whose funds are released. */
  availableFen: fenText,
  returnedCount: z.int(),
  may: z.object({ draft: permission, appropriate: permission }),
});

export type MoneyOverview = z.infer<typeof moneyOverview>;
