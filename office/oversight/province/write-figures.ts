import { inTransaction } from '../../../building/database/transaction.ts';
import type { County } from '../../../values/division.ts';
import type { House } from '../../hall/house.ts';
import { tellsOfFew } from '../../hall/published.ts';
import { recordAudit } from '../../hall/record.ts';
import { settingsOf, type StaffActing, type SystemActing } from '../../hall/who/acting.ts';
import { purposeOf } from '../../hall/who/purpose.ts';
import { tellingProvince } from '../who/purposes.ts';
import { type KeptFigure, putFigures } from './figure-store.ts';

/**
 * Writes today's published figures of a county where its province reads them. A figure about few people is withheld here, before it is
 * written. Doing it again the same day replaces what was written.
 */
export async function writeFigures(house: House, acting: StaffActing | SystemActing): Promise<void> {
  const { county } = acting;
  const figures: KeptFigure[] = [];
  for (const { key, unit, value } of house.introduced.figures) {
    const found = await value(county);
    if (found === undefined) continue;
    const kept = tellsOfFew(unit, found) ? undefined : found;
    figures.push({ key, value: kept === undefined ? null : String(kept.value), ofHowMany: kept?.of ?? null });
  }
  const [day, at] = [house.clock.today(), house.clock.now()];
  await inTransaction(house.db, settingsOf(acting), async (trx) => {
    await putFigures(trx, county, day, figures, at);
    const detail = { figures: figures.length };
    await recordAudit(trx, acting, { at, act: 'figures.written', subjectKind: 'day', subjectId: day, detail });
  });
}

/** What this desk looks after once a day, for a county. */
export async function figuresRound(house: House, county: County): Promise<void> {
  await writeFigures(house, { kind: 'system', county, purpose: purposeOf(tellingProvince) });
}
