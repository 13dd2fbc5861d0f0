import { expect, test } from 'vitest';
import { newId } from '../../../building/identity/new-id.ts';
import { constraintOf } from '../../../building/database/constraint.ts';
import { type Day, day } from '../../../values/day.ts';
import type { Authority, County, Province } from '../../../values/division.ts';
import { takeIn } from '../../hall/counties/counties.ts';
import type { House } from '../../hall/house.ts';
import type { FigureFound } from '../../hall/introductions.ts';
import { findSession } from '../../hall/session/sessions.ts';
import type { ProvinceActing } from '../../hall/who/acting.ts';
import { foundOffices } from '../../staff/founding/found.ts';
import type { Founding } from '../../staff/founding/founding-file.ts';
import { changePassword, signIn } from '../../staff/sign-in/sign-in.ts';
import { as, cheap, county, system, testHouse, wholeCounty } from '../../staff/testing.ts';
import { division } from '../../../values/division.ts';
import { provinceFigures } from './read-figures.ts';
import { figuresRound } from './write-figures.ts';

const { house, hire, at } = await testHouse();
const [province, neighbour, stranger] = ['990000' as Province, '990102' as County, '980101' as County];
await takeIn(house, [province, neighbour, stranger]);

const founding = (left: boolean): Founding => ({
  of: province,
  parts: [],
  divisions: [
    {
      code: division('990000000000'),
      name: { 'zh-CN': '样例省', en: 'Sample Province' },
      office: { 'zh-CN': '省卫健委', en: 'Health Commission' },
      staff: [{ name: '顾文澜', signInName: 'guwenlan', duties: ['oversight/province-figures'], left }],
    },
  ],
});
const [account] = await foundOffices(house, founding(false), cheap);

const acting: ProvinceActing = {
  kind: 'province',
  county: province,
  who: newId<'staff'>(),
  name: '顾文澜',
  office: { 'zh-CN': '省卫健委', en: 'Health Commission' },
  duty: 'oversight/province-figures',
};

/** The house, with figures that come to this in each county. */
function counting(
  found: Readonly<Record<string, FigureFound>>,
  where: House = house,
  figure: 'decided-this-year' | 'decided-in-time' = 'decided-this-year',
): House {
  const decided = house.introduced.figures.find(({ key }) => key === figure);
  if (decided === undefined) throw new Error('The benefits desk publishes its decisions');
  const figures = [{ ...decided, value: (of: County) => Promise.resolve(found[of]) }];
  return { ...where, introduced: { ...house.introduced, figures } };
}

test('the province reads each of its counties and what they come to together, and no county of another', async () => {
  const told = counting({
    [county]: { value: 120, of: 120 },
    [neighbour]: { value: 30, of: 30 },
    [stranger]: { value: 77, of: 77 },
  });
  for (const one of [county, neighbour, stranger]) await figuresRound(told, one);
  expect(await provinceFigures(told, acting)).toMatchObject({
    day: '2026-03-02',
    figures: [{ key: 'decided-this-year', unit: 'count' }],
    counties: [
      { code: county, day: '2026-03-02', cells: [{ kind: 'shown', value: 120, of: 120 }] },
      { code: neighbour, cells: [{ kind: 'shown', value: 30 }] },
    ],
    totals: [{ kind: 'shown', value: 150, of: 150 }],
  });
});

test('told again the same day it is the same row, and what has become small is gone from it', async () => {
  const fewer = counting({ [neighbour]: { value: 9, of: 9 }, [county]: { value: 121, of: 121 } });
  for (const one of [county, county, neighbour]) await figuresRound(fewer, one);
  const view = await provinceFigures(fewer, acting);
  expect(view.counties.map(({ cells }) => cells)).toEqual([
    [{ kind: 'shown', value: 121, of: 121 }],
    [{ kind: 'withheld' }],
  ]);
  expect(view.totals).toEqual([{ kind: 'shown', value: 121, of: 121 }]);
  const rows = await as(house, { ...system, county: neighbour }, (trx) =>
    trx.selectFrom('countyFigure').select(['value', 'ofHowMany']).where('county', '=', neighbour).execute(),
  );
  expect(rows).toEqual([{ value: null, ofHowMany: null }]);
});

test('a share that gives a number about few is told no more than that number', async () => {
  const shares = (late: number) =>
    counting({ [county]: { value: (186 - late) / 186, of: 186 } }, house, 'decided-in-time');
  const cells: unknown[] = [];
  for (const late of [6, 10, 180, 0]) {
    await figuresRound(shares(late), county);
    cells.push((await provinceFigures(shares(late), acting)).counties[0]?.cells[0]);
  }
  expect(cells).toMatchObject([
    { kind: 'withheld' },
    { kind: 'shown', of: 186 },
    { kind: 'withheld' },
    { kind: 'shown', value: 1, of: 186 },
  ]);
});

test('the database itself keeps no number about few, and no value without its number', async () => {
  const row = { county, day: '2026-03-01', key: 'decided-this-year', writtenAt: new Date('2026-03-01T04:10:00+08:00') };
  const refused = (value: string | null, ofHowMany: number | null) =>
    as(house, system, (trx) =>
      trx
        .insertInto('countyFigure')
        .values({ ...row, value, ofHowMany })
        .execute(),
    ).catch((error: unknown) => constraintOf(error));
  expect(await refused('3', 3)).toBe('a_figure_about_few_is_withheld');
  expect(await refused('0.967741935483871', 186)).toBe('a_share_of_few_is_withheld');
  expect(await refused('3', null)).toBe('a_withheld_figure_tells_nothing');
});

test('a later day stands beside the earlier one; a county that has not told yet keeps its last', async () => {
  const later = counting({ [county]: { value: 130, of: 130 } }, at('2026-03-03T05:00:00+08:00'));
  await figuresRound(later, county);
  const days = async (until?: Day) => (await provinceFigures(later, acting, until)).counties.map((one) => one.day);
  expect(await days()).toEqual(['2026-03-03', '2026-03-02']);
  expect(await days(day('2026-03-02'))).toEqual(['2026-03-02', '2026-03-02']);
});

test('who signs in at the province has a session of the province, which no county knows', async () => {
  const inside = await signIn(
    house,
    { of: province, signInName: 'guwenlan', password: account?.password ?? '', address: '127.0.0.1' },
    cheap,
  );
  if (inside.kind !== 'signed-in') throw new Error(inside.kind);
  const found = await findSession(house, province, inside.opened.token);
  expect(found).toMatchObject({ kind: 'found', session: { kind: 'province', province } });
  expect(await findSession(house, county, inside.opened.token)).toEqual({ kind: 'none' });
  if (found.kind !== 'found' || found.session.kind !== 'province') throw new Error(found.kind);
  const chosen = '河边的柳树又绿了一年';
  const changed = await changePassword(house, found.session, { current: account?.password ?? '', chosen }, cheap);
  expect(changed.kind).toBe('changed');
  const entries = await as(house, { ...system, county: province }, (trx) =>
    trx.selectFrom('auditEntry').select(['actorKind', 'act']).where('act', '=', 'password.changed').execute(),
  );
  expect(entries).toEqual([{ actorKind: 'province', act: 'password.changed' }]);
});

test('the county’s own duties are none of the province’s, and the province’s are none of the county’s', async () => {
  const somebody = await hire('何秀英', 'supervise', wholeCounty);
  const refused = (of: Authority, staffId: string, duty: string) =>
    as(house, { ...system, county: of }, (trx) =>
      trx
        .insertInto('staffDuty')
        .values({ county: of, staffId, duty, division: wholeCounty, grantedAt: house.clock.now() })
        .execute(),
    ).catch((error: unknown) => constraintOf(error));
  const nothingElse = 'a_province_has_figures_and_nothing_else';
  expect(await refused(county, somebody.id, 'oversight/province-figures')).toBe(nothingElse);
  expect(await refused(province, newId<'staff'>(), 'supervise')).toBe(nothingElse);
});

test('who left the province is marked in its file, and is signed out at once', async () => {
  expect(await foundOffices(house, founding(true), cheap)).toEqual([]);
  const again = await signIn(
    house,
    { of: province, signInName: 'guwenlan', password: '河边的柳树又绿了一年', address: '127.0.0.1' },
    cheap,
  );
  expect(again.kind).toBe('wrong-name-or-password');
});
