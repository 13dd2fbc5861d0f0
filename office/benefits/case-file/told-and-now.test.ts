import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { apply } from '../apply/apply.ts';
import { openCaseFile } from './case-file.ts';
import { myCase } from '../follow/my-case.ts';
import type { BenefitsHouse } from '../house.ts';
import { confirmCase } from '../review/confirm.ts';
import { review } from '../review/review.ts';
import { as, system, testOffice } from '../testing-office.ts';

const { house, owner, hire, family, application } = await testOffice();
const reviewer = await hire('周素清', 'review', '990101101000');
const confirmer = await hire('马国强', 'confirm', '990101000000');
const supervisor = await hire('石敬之', 'supervise', '990101000000');
const seen = { outcome: 'eligible', amountFen: '360000' } as const;

async function granted() {
  const liu = await family();
  const outcome = await apply(house, liu.acting, application(liu));
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  const { id, receipt } = outcome.found;
  await review(house, reviewer, { id }, { outcome: 'pass', version: 1, seen });
  const done = await confirmCase(house, confirmer, { id }, { outcome: 'grant', version: 2, seen });
  if (done.kind !== 'done') throw new Error(done.kind);
  return { liu, id, receipt };
}

/** Changes what is kept, as whoever owns the database could. */
async function tamper(id: string, change: string): Promise<void> {
  const [open, shut] = ['no force row level security', 'force row level security'];
  await sql
    .raw(
      `alter table benefit_case ${open}; alter table benefit_case disable trigger user;
      update benefit_case set ${change} where id = '${id}';
      alter table benefit_case enable trigger user; alter table benefit_case ${shut}`,
    )
    .execute(owner);
}

/** What stands in the audit of a case that comes out differently, for whoever supervises. */
const differencesOf = (id: string) =>
  as(house, supervisor, (trx) =>
    trx
      .selectFrom('auditEntry')
      .select(['actorId', 'detail'])
      .where('subjectId', '=', id)
      .where('act', '=', 'case.comes-out-differently')
      .execute(),
  );

describe('a decided case', () => {
  test('is opened as it was told, with its trace, and proves to be the same', async () => {
    const { id } = await granted();
    const file = await openCaseFile(house, [confirmer], id);
    expect(file).toMatchObject({ workedOutAgain: { result: 'same' }, determination: { amountFen: '360000' } });
    expect(file?.determination.trace).toBeDefined();
    expect(file?.determination.because).toEqual(file?.decision?.reasons);
    expect(await differencesOf(id)).toEqual([]);
  });

  test.each([
    [
      'its facts',
      `facts = jsonb_set(facts, '{people,0,birth}', '"2019-12-05"')`,
      'it was ¥3,600, it is now not eligible',
    ],
    ['its articles', `articles = '{}'`, 'it was by no article, it is now by'],
    [
      'its facts, with a new digest',
      `facts = jsonb_set(facts, '{people,0,birth}', '"2019-12-05"'), determination_digest = repeat('0', 64)`,
      'it is now not eligible',
    ],
  ])(
    'whose row was changed in %s comes out differently: told in words, recorded once, and what was told stands',
    async (_what, change, words) => {
      const { liu, id, receipt } = await granted();
      await tamper(id, change);
      for (const acting of [confirmer, reviewer, confirmer]) {
        const file = await openCaseFile(house, [acting], id);
        expect(file?.workedOutAgain).toMatchObject({
          result: 'different',
          words: { en: expect.stringContaining(words) },
        });
        expect(file?.determination).toMatchObject({ outcome: 'eligible', amountFen: '360000' });
        expect(file?.determination.because).toEqual(file?.decision?.reasons);
        expect(file?.determination.trace).toBeUndefined();
      }
      const mine = await myCase(house, liu.acting, receipt);
      expect(mine?.determination).toMatchObject({ outcome: 'eligible', amountFen: '360000' });
      const recorded = await differencesOf(id);
      expect(recorded).toMatchObject([{ actorId: confirmer.who, detail: { receipt, toldAmountFen: '360000' } }]);
      const newer: BenefitsHouse = { ...house, packs: { ...house.packs, engine: 'another engine' } };
      await openCaseFile(newer, [confirmer], id);
      expect(await differencesOf(id)).toHaveLength(2);
    },
  );

  test('names the engine, and another engine that comes to the same proves it', async () => {
    const { id } = await granted();
    const { engine } = await as(house, system, (trx) =>
      trx.selectFrom('benefitCase').select('engine').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(engine).toBe(house.packs.engine);
    expect(engine).toMatch(/^[0-9a-f]{16}$/);
    const newer: BenefitsHouse = { ...house, packs: { ...house.packs, engine: 'another engine' } };
    expect((await openCaseFile(newer, [confirmer], id))?.workedOutAgain).toEqual({ result: 'same' });
  });
});
