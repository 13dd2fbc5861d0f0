import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { constraintOf } from '../../../building/database/constraint.ts';
import { blindIndex } from '../../../building/identity/sealed.ts';
import { checkDigitOf } from '../../../values/resident-id.ts';
import type { FamilyActing } from '../../hall/who/acting.ts';
import { apply, type ApplyOutcome, type Received } from './apply.ts';
import type { Application } from '../contract/apply.ts';
import { changeDraft, handIn, openDraft } from './draft.ts';
import { addPhoto } from './draft-photos.ts';
import { as, county, dongzhuang, png, policyOf, requiredOf, shanghe, system, testOffice } from '../testing-office.ts';

const { house, hire, family, application, photo, at } = await testOffice();
const clerk = await hire('何梅', 'receive', dongzhuang);
const clerkElsewhere = await hire('吴守业', 'receive', shanghe);

function received(outcome: ApplyOutcome): Received {
  if (outcome.kind !== 'received') throw new Error(`Not received: ${JSON.stringify(outcome)}`);
  return outcome;
}

const identityOf = (first17: string): string => first17 + checkDigitOf(first17);

function phoneActing(phone: string): FamilyActing {
  return { kind: 'family', county, phoneBlind: blindIndex(house.keysOf(county), phone, 'phone'), phone };
}

/** How much there is of everything that an application writes. */
async function countAll(): Promise<Record<string, number>> {
  return as(house, system, async (trx) => {
    const tables = [
      'benefitCase',
      'caseEvent',
      'caseDocument',
      'person',
      'family',
      'account',
      'auditEntry',
      'notice',
    ] as const;
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { count } = await trx
        .selectFrom(table)
        .select((is) => is.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      counts[table] = Number(count);
    }
    return counts;
  });
}

describe('one form is one case', () => {
  test('a form handed in twice gets the same receipt, and nothing is written again', async () => {
    const liu = await family();
    const form = application(liu);
    const first = received(await apply(house, liu.acting, form));
    const written = await countAll();
    const second = received(await apply(house, liu.acting, form));
    expect(second).toMatchObject({ already: true, found: { id: first.found.id, receipt: first.found.receipt } });
    expect(await countAll()).toEqual(written);
  });

  test('a form handed in eight times at the same moment is one case with one event', async () => {
    const liu = await family();
    const form = application(liu);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => apply(house, liu.acting, form)));
    const receipts = outcomes.map((outcome) => received(outcome).found.receipt);
    expect(new Set(receipts).size).toBe(1);
    expect(outcomes.filter((outcome) => !received(outcome).already)).toHaveLength(1);
    const events = await as(house, system, (trx) =>
      trx
        .selectFrom('caseEvent')
        .select('kind')
        .where('caseId', '=', received(outcomes[0] as ApplyOutcome).found.id)
        .execute(),
    );
    expect(events).toEqual([{ kind: 'received' }]);
  });

  test('a family that enters itself with the form, sent twice at once, is one family with one case', async () => {
    const form: Application = {
      ...application(await family()),
      applicant: { enter: { name: '欧阳娜', birth: '1995-03-04', identity: identityOf('99010119950304002') } },
      subject: {
        enter: {
          name: '赵㼆',
          birth: '2024-06-01',
          identity: identityOf('99010120240601001'),
          residence: dongzhuang,
          link: 'parent',
        },
      },
      account: { enter: { bank: '禾安农商银行', holderName: '欧阳娜', number: '6228480000000000017' } },
    };
    const before = await countAll();
    const outcomes = await Promise.all([
      apply(house, phoneActing('19911110001'), form),
      apply(house, phoneActing('19911110001'), form),
    ]);
    expect(new Set(outcomes.map((outcome) => received(outcome).found.id)).size).toBe(1);
    const after = await countAll();
    expect(after['person']).toBe((before['person'] ?? 0) + 2);
    expect(after['benefitCase']).toBe((before['benefitCase'] ?? 0) + 1);
  });

  test('another family that sends the form’s key learns nothing of its case', async () => {
    const [liu, zhao] = [await family(), await family()];
    const form = application(liu);
    await apply(house, liu.acting, form);
    const written = await countAll();
    const replay = { ...application(zhao), submissionKey: form.submissionKey };
    expect(await apply(house, zhao.acting, replay)).toEqual({ kind: 'one-live-case' });
    expect(await apply(house, phoneActing('19911110009'), form)).not.toMatchObject({ kind: 'received' });
    expect(await countAll()).toEqual(written);
  });

  test('another form for the same child and year is told the receipt of the first', async () => {
    const liu = await family();
    const { found } = received(await apply(house, liu.acting, application(liu)));
    const written = await countAll();
    expect(await apply(house, liu.acting, application(liu))).toEqual({ kind: 'one-live-case', receipt: found.receipt });
    expect(await countAll()).toEqual(written);
  });

  test('the database refuses a second live case too', async () => {
    const liu = await family();
    const { found } = received(await apply(house, liu.acting, application(liu)));
    const copied = as(house, system, async (trx) => {
      const row = await trx.selectFrom('benefitCase').selectAll().where('id', '=', found.id).executeTakeFirstOrThrow();
      const facts = { facts: JSON.stringify(row.facts), because: JSON.stringify(row.because) };
      await trx
        .insertInto('benefitCase')
        .values({ ...row, ...facts, id: randomUUID(), receipt: '禾 2026-999999', submissionKey: randomUUID() })
        .execute();
    });
    expect(await copied.catch(constraintOf)).toBe('one_live_case_per_subject_and_period');
  });
});

describe('what is received', () => {
  test('the child enters the register with the application, and the case rests on what is known of it', async () => {
    const liu = await family();
    const second = { name: '刘一言', birth: '2025-02-28', residence: dongzhuang, link: 'parent' as const };
    const { found, determination } = received(
      await apply(house, liu.acting, application(liu, { subject: { enter: second } })),
    );
    expect(determination).toMatchObject({ outcome: 'eligible', amountFen: 360_000n });
    const kept = await as(house, liu.acting, (trx) =>
      trx.selectFrom('benefitCase').select('facts').where('id', '=', found.id).executeTakeFirstOrThrow(),
    );
    expect(kept.facts).toMatchObject({
      subject: found.subject,
      people: [{ id: found.subject, birth: '2025-02-28', alive: true, nationality: 'CN' }],
      answers: { nationality: 'CN' },
    });
  });

  test('an application without what is needed is received all the same: that is a person’s right', async () => {
    const liu = await family();
    const { determination, found } = received(
      await apply(house, liu.acting, application(liu, { photos: [], answers: {} })),
    );
    expect(determination).toMatchObject({ outcome: 'undetermined', missing: [{ fact: 'nationality' }] });
    expect(found.state).toBe('received');
  });

  test('a clerk receives at the counter for a family of the village, and has a hand in the case', async () => {
    const liu = await family();
    const { found } = received(await apply(house, clerk, application(liu)));
    expect(found).toMatchObject({ origin: 'counter' });
    const hands = await as(house, system, (trx) =>
      trx.selectFrom('hand').selectAll().where('matterId', '=', found.id).execute(),
    );
    expect(hands).toMatchObject([{ staffId: clerk.who, step: 'receive' }]);
  });

  test('receipts are numbered one after the other within the year, and anew in the next', async () => {
    const [one, two, three] = [await family(), await family(), await family()];
    const first = received(await apply(house, one.acting, application(one))).found.receipt;
    const second = received(await apply(house, two.acting, application(two))).found.receipt;
    expect(Number(second.slice(-6)) - Number(first.slice(-6))).toBe(1);
    const newYear = at('2027-01-04T09:00:00+08:00');
    const later = received(await apply(newYear, three.acting, application(three)));
    expect(later.found.receipt).toBe('禾 2027-000001');
    expect(later.found.dueProvisional).toBe(true);
  });
});

describe('what is refused leaves nothing behind', () => {
  test.each<[string, Partial<Application>, object]>([
    [
      'an unknown benefit, with the nearest name',
      { policy: `${policyOf(house)}s` },
      { kind: 'unknown-policy', nearest: policyOf(house) },
    ],
    ['a year beyond the policy', { period: '2031' }, { kind: 'not-in-the-policy', what: 'period', key: '2031' }],
    [
      'an answer that is no option',
      { answers: { nationality: 'Atlantis' } },
      { kind: 'answer-faults', faults: [{ at: 'answers/nationality', code: 'no-such-option' }] },
    ],
    [
      'a document the policy does not ask for',
      { photos: [{ ...photo, requirement: 'marriage-certificate' }] },
      { kind: 'not-in-the-policy', what: 'document' },
    ],
    [
      'a photo that was never uploaded',
      { photos: [{ ...photo, digest: 'f'.repeat(64), requirement: 'x' }] },
      { kind: 'no-such-photo', requirement: 'x' },
    ],
    [
      'a child born in the future',
      { subject: { enter: { name: '刘一', birth: '2026-05-01', residence: dongzhuang, link: 'parent' } } },
      { kind: 'faults', faults: [{ at: 'child/birth' }] },
    ],
    [
      'an identity number with a wrong check digit',
      {
        subject: {
          enter: {
            name: '刘一',
            birth: '2024-06-01',
            identity: '990101202406010012',
            residence: dongzhuang,
            link: 'parent',
          },
        },
      },
      { kind: 'faults', faults: [{ at: 'child/identity' }] },
    ],
    [
      'a name of 61 characters',
      { subject: { enter: { name: '长'.repeat(61), birth: '2024-06-01', residence: dongzhuang, link: 'parent' } } },
      { kind: 'faults', faults: [{ at: 'child/name' }] },
    ],
    ['an account that is not there', { account: { id: randomUUID() as never } }, { kind: 'no-such-account' }],
  ])('%s', async (_what, change, refusal) => {
    const liu = await family();
    const written = await countAll();
    expect(await apply(house, liu.acting, application(liu, change))).toMatchObject(refusal);
    expect(await countAll()).toEqual(written);
  });

  test('a child of another family', async () => {
    const [liu, other] = [await family(), await family()];
    const written = await countAll();
    expect(await apply(house, liu.acting, application(liu, { subject: { id: other.child } }))).toEqual({
      kind: 'no-such-person',
    });
    expect(await apply(house, liu.acting, application(liu, { account: { id: other.account } }))).toEqual({
      kind: 'no-such-account',
    });
    expect(await countAll()).toEqual(written);
  });

  test('an applicant who is neither parent nor guardian', async () => {
    const liu = await family();
    const swapped = application(liu, { applicant: { id: liu.child }, subject: { id: liu.mother } });
    expect(await apply(house, liu.acting, swapped)).toEqual({ kind: 'not-a-caregiver' });
  });

  test('a family of another village, at the counter', async () => {
    const liu = await family();
    const written = await countAll();
    expect(await apply(house, clerkElsewhere, application(liu))).toEqual({ kind: 'no-such-person' });
    expect(await countAll()).toEqual(written);
  });

  test('a name of sixty characters with a rare one is received', async () => {
    const liu = await family();
    const child = { name: `𠮷${'㼆'.repeat(59)}`, birth: '2024-06-01', residence: dongzhuang, link: 'parent' as const };
    expect(received(await apply(house, liu.acting, application(liu, { subject: { enter: child } }))).already).toBe(
      false,
    );
  });
});

describe('a draft', () => {
  async function drafted() {
    const liu = await family();
    const draft = await openDraft(house, liu.acting, policyOf(house));
    for (const requirement of requiredOf(house)) {
      const added = await addPhoto(house, liu.acting, draft, requirement, png());
      expect(added.kind).toBe('added');
    }
    const { mother, child, account } = liu;
    const parts = {
      period: '2026',
      subject: { id: child },
      applicant: { id: mother },
      account: { id: account },
      answers: { nationality: 'CN' },
    };
    await changeDraft(house, liu.acting, draft.id, (body) => ({ ...body, ...parts }));
    return { liu, draft };
  }

  test('is handed in as a case and is gone; sent again, it gets the same receipt', async () => {
    const { liu, draft } = await drafted();
    const { submissionKey } = draft.body;
    const first = await handIn(house, liu.acting, draft.id, submissionKey);
    const again = await handIn(house, liu.acting, draft.id, submissionKey);
    expect(first).toMatchObject({ kind: 'received', already: false });
    expect(again).toMatchObject({
      kind: 'received',
      already: true,
      found: { receipt: first.kind === 'received' ? first.found.receipt : '' },
    });
    const left = await as(house, system, (trx) =>
      trx.selectFrom('applicationDraft').select('id').where('id', '=', draft.id).execute(),
    );
    expect(left).toEqual([]);
  });

  test('is the same one for this phone and benefit until it is handed in, and nobody else’s', async () => {
    const { liu, draft } = await drafted();
    expect((await openDraft(house, liu.acting, policyOf(house))).id).toBe(draft.id);
    const stranger = await family();
    expect((await openDraft(house, stranger.acting, policyOf(house))).id).not.toBe(draft.id);
    expect(await changeDraft(house, stranger.acting, draft.id, (body) => body)).toBeUndefined();
  });

  test('that is not complete says which page is missing, and stays', async () => {
    const liu = await family();
    const draft = await openDraft(house, liu.acting, policyOf(house));
    expect(await handIn(house, liu.acting, draft.id, draft.body.submissionKey)).toEqual({
      kind: 'not-complete',
      part: 'period',
    });
    expect((await openDraft(house, liu.acting, policyOf(house))).id).toBe(draft.id);
  });

  test('that is refused stays as it was', async () => {
    const { liu, draft } = await drafted();
    await changeDraft(house, liu.acting, draft.id, (body) => ({ ...body, period: '2031' }));
    expect(await handIn(house, liu.acting, draft.id, draft.body.submissionKey)).toMatchObject({
      kind: 'not-in-the-policy',
    });
    expect((await openDraft(house, liu.acting, policyOf(house))).body.period).toBe('2031');
  });

  test('takes photos only, and nothing that claims to be one', async () => {
    const liu = await family();
    const draft = await openDraft(house, liu.acting, policyOf(house));
    expect(
      await addPhoto(house, liu.acting, draft, 'birth-certificate', Buffer.from('<html>not a photo</html>')),
    ).toEqual({ kind: 'not-an-image' });
    expect(await addPhoto(house, liu.acting, draft, 'birth-certificate', Buffer.alloc(40 * 1024 * 1024))).toEqual({
      kind: 'too-large',
    });
    expect((await openDraft(house, liu.acting, policyOf(house))).body.photos).toEqual([]);
  });

  test('is unreadable in the database', async () => {
    const { liu, draft } = await drafted();
    const row = await as(house, liu.acting, (trx) =>
      trx.selectFrom('applicationDraft').select('bodySealed').where('id', '=', draft.id).executeTakeFirstOrThrow(),
    );
    expect(row.bodySealed.toString('latin1')).not.toContain('nationality');
  });
});
