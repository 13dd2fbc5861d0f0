import { randomUUID } from 'node:crypto';
import { inTransaction } from '../building/database/transaction.ts';
import type { Application } from '../office/benefits/contract/apply.ts';
import type { Photo } from '../office/benefits/contract/photo.ts';
import { keepPhoto } from '../office/benefits/apply/draft-photos.ts';
import { enter } from '../office/families/register/register.ts';
import { phoneBlind } from '../office/families/register/sealing.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { type FamilyActing, settingsOf, type SystemActing } from '../office/hall/who/acting.ts';
import { samplePicture } from '../sample-county/pictures/pictures.ts';
import { type County, division } from '../values/division.ts';

/** A family that asks, and its form. */
export interface Asking {
  readonly acting: FamilyActing;
  readonly application: Application;
}

/** Enters a family with a child of a year that the first benefit covers into each of these counties, and fills its form. */
export async function prepareAsking(house: BenefitsHouse, counties: readonly County[]): Promise<readonly Asking[]> {
  const photos = new Map<County, Omit<Photo, 'requirement'>>();
  for (const county of new Set(counties)) photos.set(county, await photoIn(house, county));
  const asking: Asking[] = [];
  for (const [index, county] of counties.entries()) {
    const photo = photos.get(county);
    if (photo !== undefined) asking.push(await prepareOne(house, county, photo, 19_911_000_000 + index));
  }
  return asking;
}

async function photoIn(house: BenefitsHouse, county: County): Promise<Omit<Photo, 'requirement'>> {
  const photo = await keepPhoto(house, county, samplePicture(1));
  if (photo.kind !== 'kept') throw new Error(photo.kind);
  const { kind: _, ...kept } = photo;
  return kept;
}

async function prepareOne(
  house: BenefitsHouse,
  county: County,
  photo: Omit<Photo, 'requirement'>,
  number: number,
): Promise<Asking> {
  const [pack] = house.packs.packs;
  if (pack === undefined) throw new Error('No pack is on the shelf');
  const phone = String(number);
  const system: SystemActing = { kind: 'system', county, purpose: { key: 'measure' } };
  const entered = await inTransaction(house.db, settingsOf(system), (trx) =>
    enter(trx, house, system, {
      residence: division(`${county}101201`),
      adult: { name: '王秀兰', birth: '1994-05-06', phone },
      child: { name: '刘一诺', birth: '2024-12-05', nationality: 'CN' },
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: `6228480000${phone.slice(-9)}` },
    }),
  );
  if (entered.kind !== 'entered' || !entered.adultId || !entered.childId || !entered.accountId) {
    throw new Error(JSON.stringify(entered));
  }
  const { familyId: family, adultId: who, childId, accountId } = entered;
  const { info } = pack;
  return {
    acting: {
      kind: 'family',
      county,
      phoneBlind: phoneBlind(house.keysOf(county), phone),
      who,
      family,
      name: '王秀兰',
    },
    application: {
      policy: info.policy,
      period: info.periods.find((one) => one.startsWith('2026')) ?? info.periods[0] ?? '',
      submissionKey: randomUUID(),
      subject: { id: childId },
      applicant: { id: who },
      account: { id: accountId },
      photos: info.documents
        .filter(({ required }) => required)
        .map(({ key: requirement }) => ({ ...photo, requirement })),
      answers: {},
    },
  };
}
