import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { constraintOf } from '../../../building/database/constraint.ts';
import { apply } from '../apply/apply.ts';
import type { CaseFile } from '../contract/case-file.ts';
import { openDraft } from '../apply/draft.ts';
import { openCaseFile } from '../case-file/case-file.ts';
import { myCase, myCases } from '../follow/my-case.ts';
import type { BenefitsHouse } from '../house.ts';
import { listCases } from '../list/today.ts';
import { digestOf } from '../determine/kept-determination.ts';
import { loadCase } from '../store.ts';
import type { CaseId } from '../../../values/id.ts';
import { confirmCase } from '../review/confirm.ts';
import { correctCase } from '../review/correct.ts';
import { review } from '../review/review.ts';
import { withdrawCase } from '../review/withdraw.ts';
import { moveDeadlines } from '../rounds.ts';
import { as, county, policyOf, system, type TestFamily, testOffice } from '../testing-office.ts';
import { lawFolder } from '../../hall/law-folder.ts';
import { openShelf, type PackShelf } from './packs.ts';
import { publish } from './publish.ts';
import { readPolicyText } from './read-policy-text.ts';
import { textsByDigest } from './text-store.ts';

const { house, owner, hire, family, application, photo } = await testOffice();
const reviewer = await hire('周素清', 'review', '990101101000');
const confirmer = await hire('马国强', 'confirm', '990101000000');
const seen = { outcome: 'eligible', amountFen: '360000' } as const;

const folder = await mkdtemp(join(tmpdir(), 'huijia-left-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The law folder without its packs, or with their texts changed. */
async function shelfWith(name: string, change?: (text: string) => string): Promise<PackShelf> {
  const changed = join(folder, name);
  await cp(lawFolder, changed, { recursive: true });
  for (const entry of await readdir(changed, { withFileTypes: true })) {
    const policy = join(changed, entry.name, 'policy.md');
    const text = await readFile(policy, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    if (change === undefined) await rm(join(changed, entry.name), { recursive: true });
    else await writeFile(policy, change(text));
  }
  return openShelf(changed);
}

/** The policy with two thirds of its amounts, and one example of them. */
function twoThirds(text: string): string {
  const example = '- { child: { birth: 2023-12-05, alive: true, nationality: CN }, period: 2026, amount: 2400.00 }';
  const amounts = text
    .replaceAll(/```(?:examples|table)\n.*?```/gs, '')
    .replaceAll('3600.00', '2400.00')
    .replaceAll(' 300.00', ' 200.00');
  return `${amounts}\n\`\`\`examples\n${example}\n\`\`\`\n`;
}

/** The same office after a restart: its packs' folders have left `law/`. */
const left: BenefitsHouse = { ...house, packs: await shelfWith('left') };

/** A text that was read again lies in no file. */
function withoutFiles(file: CaseFile | undefined): unknown {
  const text = JSON.stringify(file, (key, value: unknown) => (key === 'span' ? undefined : value));
  return JSON.parse(text);
}

async function applied(of?: TestFamily) {
  const liu = of ?? (await family());
  const outcome = await apply(house, liu.acting, application(liu));
  if (outcome.kind !== 'received') throw new Error(outcome.kind);
  const { found } = outcome;
  return { liu, id: found.id, key: { id: found.id }, receipt: found.receipt };
}

describe('a case whose benefit has left law/', () => {
  test('opens as before, for staff and for its family, open or decided', async () => {
    const { liu, id, key, receipt } = await applied();
    const whole = await openCaseFile(house, [reviewer], id);
    expect(whole?.determination.trace).toBeDefined();
    expect(withoutFiles(await openCaseFile(left, [reviewer], id))).toEqual(withoutFiles(whole));
    expect(await myCase(left, liu.acting, receipt)).toMatchObject({ title: whole?.title, receipt });
    await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen });
    const decided = await openCaseFile(house, [confirmer], id);
    expect(decided?.decision?.reasons.length).toBeGreaterThan(0);
    expect(withoutFiles(await openCaseFile(left, [confirmer], id))).toEqual(withoutFiles(decided));
    const mine = await myCase(house, liu.acting, receipt);
    expect(await myCase(left, liu.acting, receipt)).toEqual({ ...mine, looks: expect.anything() });
  });

  test('is determined anew by the kept text, reviewed, granted and ordered to be paid', async () => {
    const { id, key, liu } = await applied();
    expect(await review(left, reviewer, key, { outcome: 'pass', version: 1, seen })).toMatchObject({ kind: 'done' });
    const granted = await confirmCase(left, confirmer, key, { outcome: 'grant', version: 2, seen });
    expect(granted).toMatchObject({ kind: 'done', after: { state: 'granted' } });
    const payments = await as(house, system, (trx) =>
      trx.selectFrom('payment').select('amountFen').where('matterId', '=', id).execute(),
    );
    expect(payments).toEqual([{ amountFen: 360_000n }]);
    expect((await myCases(left, liu.acting)).cases).toEqual((await myCases(house, liu.acting)).cases);
  });

  test('is refused with its reasons and remedies', async () => {
    const { id, key } = await applied(await family({ nationality: 'US' }));
    const no = { outcome: 'not-eligible', amountFen: null } as const;
    const refused = await review(left, reviewer, key, { outcome: 'refuse', version: 1, seen: no });
    expect(refused).toMatchObject({ kind: 'done' });
    const file = await openCaseFile(left, [reviewer], id);
    expect(file?.decision).toMatchObject({ outcome: 'refused', reasons: file?.determination.because });
    expect(file?.decision?.remedies.length).toBeGreaterThan(0);
  });

  test('is corrected, and taken back', async () => {
    const { liu, key } = await applied();
    const [{ key: requirement } = { key: '' }] = house.packs.packs[0]?.info.documents ?? [];
    const asked = { outcome: 'ask-correction' as const, version: 1, documents: [requirement], facts: [] };
    expect(await review(left, reviewer, key, asked)).toMatchObject({ kind: 'done' });
    const corrected = { version: 2, photos: [{ ...photo, requirement }], answers: {} };
    expect(await correctCase(left, liu.acting, key, corrected)).toMatchObject({ kind: 'done' });
    expect(await withdrawCase(left, liu.acting, key, 3)).toMatchObject({ kind: 'done' });
  });

  test('stands in lists by its title, and its deadline moves with the calendar', async () => {
    const { id } = await applied();
    const line = (await listCases(left, reviewer, {})).lines.find((one) => one.id === id);
    expect(line).toEqual((await listCases(house, reviewer, {})).lines.find((one) => one.id === id));
    expect(line?.documents.required).toBeGreaterThan(0);
    const longHoliday = await house.calendar();
    const moved = { ...longHoliday, holidays: new Set([...longHoliday.holidays, '2026-03-10' as never]) };
    expect(await moveDeadlines({ ...left, calendar: () => Promise.resolve(moved) }, county)).toBeGreaterThan(0);
    expect((await openCaseFile(left, [reviewer], id))?.timeline.at(-1)?.kind).toBe('deadline-moved');
  });

  test('a new application is refused in words, at the counter and on the phone', async () => {
    const liu = await family();
    const refused = await apply(left, liu.acting, application(liu));
    expect(refused).toMatchObject({ kind: 'no-longer-offered', title: house.packs.packs[0]?.info.title });
    await openDraft(left, liu.acting, policyOf(house));
    expect(await apply(left, liu.acting, { ...application(liu), policy: 'cn/never-was' })).toMatchObject({
      kind: 'unknown-policy',
    });
  });
});

describe('a pack of a division', () => {
  const ofDivision = (code: string) =>
    shelfWith(code, (text) => text.replace(/^division: .+$/m, `division: "${code}"`));

  test('is offered in the county that its division covers', async () => {
    for (const code of ['990101000000', '990100000000', '990000000000']) {
      const packs = await ofDivision(code);
      await publish(house.db, packs, house.clock.now());
      const liu = await family();
      expect(await apply({ ...house, packs }, liu.acting, application(liu)), code).toMatchObject({ kind: 'received' });
    }
  });

  test('is unknown in a county beside it, however long it has been published', async () => {
    for (const code of ['990102000000', '980000000000']) {
      const packs = await ofDivision(code);
      await publish(house.db, packs, house.clock.now());
      const liu = await family();
      expect(await apply({ ...house, packs }, liu.acting, application(liu)), code).toEqual({ kind: 'unknown-policy' });
    }
  });
});

describe('a case whose policy was changed', () => {
  test('is determined by today’s text while it is open, and keeps the text that it was decided by', async () => {
    const lower = await shelfWith('lower', twoThirds);
    const amended: BenefitsHouse = { ...house, packs: lower };
    await publish(house.db, lower, house.clock.now());
    const [open, decided] = [await applied(), await applied()];
    await review(house, reviewer, decided.key, { outcome: 'pass', version: 1, seen });
    await confirmCase(house, confirmer, decided.key, { outcome: 'grant', version: 2, seen });
    const file = await openCaseFile(amended, [reviewer], decided.id);
    expect(file).toMatchObject({ determination: { amountFen: '360000' }, changedSince: null });
    expect(await openCaseFile(amended, [reviewer], open.id)).toMatchObject({
      determination: { amountFen: '360000', version: house.packs.packs[0]?.info.version },
      changedSince: { amountFen: '240000', version: lower.packs[0]?.info.version },
    });
  });
});

/**
 * Makes a case one from before texts were kept: its events name the policy in the old way, and its digest is the one that the migration
 * gave it.
 */
async function asBefore(id: CaseId, policy: string, version: string): Promise<void> {
  const stored = await as(house, system, (trx) => loadCase(trx, county, { id }));
  if (stored === undefined) throw new Error(`There is no case ${id}`);
  const digest = digestOf({ ...stored.kept, policyText: version, engine: null });
  const tables = ['benefit_case', 'case_event', 'decision'];
  const lift = tables.map((t) => `alter table ${t} no force row level security; alter table ${t} disable trigger user`);
  const lower = tables.map((t) => `alter table ${t} enable trigger user; alter table ${t} force row level security`);
  const change = [
    `update benefit_case set policy = '${policy}', policy_digest = null, engine = null, determination_digest = '${digest}' where id = '${id}'`,
    `update decision set determination_digest = '${digest}' where case_id = '${id}'`,
    `update case_event set body = jsonb_set(body, '{policy}', '"${policy}"') where case_id = '${id}' and seq = 1`,
    `update case_event set body = jsonb_set(body, '{determination,version}', '"${version}"') where case_id = '${id}' and body ? 'determination'`,
  ];
  await sql.raw([...lift, ...change, ...lower].join(';')).execute(owner);
}

describe('a case from before texts were kept', () => {
  test('finds its text by the start of the digest of the pack alone', async () => {
    const { id, key } = await applied();
    await asBefore(id, policyOf(house), house.packs.texts[0]?.oldVersion ?? '');
    const file = await openCaseFile(house, [reviewer], id);
    expect(file).toMatchObject({ title: house.packs.packs[0]?.info.title, changedSince: null });
    expect(file?.workedOutAgain).toEqual({ result: 'same' });
    expect(withoutFiles(await openCaseFile(left, [reviewer], id))).toEqual(withoutFiles(file));
    expect(await review(left, reviewer, key, { outcome: 'pass', version: 1, seen })).toMatchObject({ kind: 'done' });
  });

  test('decided by a text that was never kept, it shows what it keeps and says so; its letter stands', async () => {
    const { liu, id, key, receipt } = await applied();
    await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    await confirmCase(house, confirmer, key, { outcome: 'grant', version: 2, seen });
    const before = await openCaseFile(house, [confirmer], id);
    await asBefore(id, policyOf(house), 'aaaaaaaaaaaa');
    const file = await openCaseFile(house, [confirmer], id);
    expect(file?.workedOutAgain).toMatchObject({
      result: 'not-possible',
      words: { en: expect.stringContaining('not kept') },
    });
    expect(file?.determination).toMatchObject({ outcome: 'eligible', amountFen: '360000' });
    expect(file?.determination.because).toEqual(before?.determination.because);
    expect(file).toMatchObject({ title: before?.title, decision: before?.decision, changedSince: null });
    expect(await myCase(house, liu.acting, receipt)).toMatchObject({ decision: before?.decision });
  });

  test('opens where no text of its benefit was ever kept; nothing is decided, and it can be taken back', async () => {
    const { liu, id, key, receipt } = await applied();
    await asBefore(id, 'test/gone', 'aaaaaaaaaaaa');
    const file = await openCaseFile(house, [reviewer], id);
    expect(file).toMatchObject({
      title: { en: 'test/gone' },
      determination: { outcome: 'eligible', amountFen: '360000' },
    });
    const pass = file?.actions.find((action) => action.key === 'pass');
    expect(pass).toMatchObject({ allowed: false, why: { en: expect.stringContaining('is not kept') } });
    expect(file?.checks.find((check) => check.key === 'article')?.result).toBe('fails');
    expect(await myCase(house, liu.acting, receipt)).toMatchObject({ title: { en: 'test/gone' } });
    const refused = await review(house, reviewer, key, { outcome: 'pass', version: 1, seen });
    expect(refused).toEqual({ kind: 'law-not-kept' });
    expect(await withdrawCase(house, liu.acting, key, 1)).toMatchObject({ kind: 'done' });
  });
});

describe('kept texts', () => {
  test('are kept once, found by their digest and read as the pack that they were', async () => {
    await publish(house.db, house.packs, house.clock.now());
    const [text] = house.packs.texts;
    const [kept] = await as(house, system, (trx) => textsByDigest(trx, [text?.digest ?? '']));
    expect(kept).toEqual({ digest: text?.digest, policy: text?.policy, text: text?.text });
    const read = kept && readPolicyText(kept);
    expect(read?.kind === 'pack' && read.pack.info.version).toBe(text?.digest);
  });

  test('are named by their digest and never changed; only a publication adds one', async () => {
    const one = { policy: 'test/x', text: 'x', oldVersion: '0'.repeat(12), keptAt: house.clock.now() };
    const insert = (digest: string, acting: Parameters<typeof as>[1] = system) =>
      as(house, acting, (trx) =>
        trx
          .insertInto('policyText')
          .values({ ...one, digest })
          .execute(),
      );
    await expect(insert('0'.repeat(64))).rejects.toSatisfy(
      (error) => constraintOf(error) === 'a_text_is_named_by_its_digest',
    );
    await expect(insert(house.packs.texts[0]?.digest ?? '', reviewer)).rejects.toThrow('row-level security');
    const change = as(house, system, (trx) => trx.updateTable('policyText').set({ policy: 'test/y' }).execute());
    await expect(change).rejects.toThrow();
  });

  test('a case can’t name a text that is not kept', async () => {
    const liu = await family();
    const never: BenefitsHouse = { ...house, packs: await shelfWith('never', (text) => `${text}\n`) };
    await expect(apply(never, liu.acting, application(liu, { photos: [] }))).rejects.toSatisfy(
      (error) => constraintOf(error) === 'the_law_of_a_case_is_kept',
    );
    expect(photo.sizeBytes).toBeGreaterThan(0);
  });
});
