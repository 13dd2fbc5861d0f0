import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openShelf } from '../office/benefits/law/packs.ts';
import { lawFolder } from '../office/hall/law-folder.ts';
import { standardLayout } from '../office/payments/batch/bank-profile.ts';
import { bankAnswer } from '../sample-county/perform/bank.ts';
import { samplePicture } from '../sample-county/pictures/pictures.ts';
import { day } from '../values/day.ts';
import { openJourneyHouse } from './house.ts';
import { identityNumber, miscopied } from './papers.ts';
import { type Answer, clerkAt, stranger } from './program.ts';

// Everything wrong that can be sent: a clear sentence, the right status, and nothing half done.

const visited = await openJourneyHouse();
const { people, house } = visited;
const receiver = await clerkAt(visited, people.receiverOf('may-apply'));
const reviewer = await clerkAt(visited, people.clerks.townshipReviewer);
const family = people.family('may-apply');
const [pack] = house.packs.packs;
if (pack === undefined) throw new Error('There is no law');
const { policy } = pack.info;
const residence = people.receiverOf('may-apply').office.division;

/** How much there is of everything that an act could have written. */
async function everything(): Promise<Record<string, number>> {
  return visited.look(async (trx) => {
    const tables = [
      'person',
      'family',
      'benefitCase',
      'caseEvent',
      'caseDocument',
      'notice',
      'auditEntry',
      'payment',
      'ledgerEntry',
      'returnFile',
    ] as const;
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { count } = await trx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      counts[table] = Number(count);
    }
    return counts;
  });
}

/** Refused with this status and code, with a sentence in Chinese, and nothing was written. */
async function isRefused(asking: () => Promise<Answer>, status: number, code?: string): Promise<Answer['body']> {
  const before = await everything();
  const { status: got, body } = await asking();
  expect({ status: got, code: body['code'] }, JSON.stringify(body)).toMatchObject({
    status,
    ...(code !== undefined && { code }),
  });
  expect(JSON.stringify([body['title'], body['detail']])).toMatch(/[\u4e00-\u9fff]/);
  expect(JSON.stringify(body)).not.toMatch(/at \w+ \(|node_modules|select |insert /);
  expect(await everything()).toEqual(before);
  return body;
}

const enter = (child: Readonly<Record<string, unknown>>): Promise<Answer> =>
  receiver.post('/api/office/families', {
    purpose: 'apply',
    familyId: family.family,
    residence,
    child,
    adultId: family.person,
    link: 'parent',
  });

test('a pack with errors: all of them, placed, and nothing of it is published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huijia-law-'));
  await cp(lawFolder, folder, { recursive: true });
  const [name = ''] = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name.includes(policy.split('/')[1] ?? ''))
    .map((entry) => entry.name);
  const file = join(folder, name, 'policy.md');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll(`${pack.info.subject.name}.birth`, `${pack.info.subject.name}.brith`));
  const shelf = await openShelf(folder);
  await rm(folder, { recursive: true });
  expect(shelf.packs.map(({ info }) => info.policy)).not.toContain(policy);
  const errors = shelf.findings.filter(({ severity }) => severity === 'error');
  expect(errors.length).toBeGreaterThan(3);
  for (const { span, words } of errors) {
    expect(span).toMatchObject({ file: `law/${name}/policy.md`, line: expect.any(Number), column: expect.any(Number) });
    expect(words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  }
  expect(errors.map(({ didYouMean }) => didYouMean)).toContain('birth');
});

test('an identity number with a wrong check digit says which digit, and enters nobody', async () => {
  const identity = miscopied(identityNumber(day('2025-05-01')));
  const body = await isRefused(() => enter({ name: '陈一禾', birth: '2025-05-01', identity }), 422);
  expect(JSON.stringify(body)).toMatch(/最后一位|校验/);
});

test('a birth in the future is refused', async () => {
  await isRefused(() => enter({ name: '陈一禾', birth: '2026-12-24' }), 422);
});

test('a name of 60 characters and one with rare characters are kept whole; 61 are refused', async () => {
  for (const name of ['努'.repeat(29) + '·' + '𠮷'.repeat(30), '㼆齉𬱖']) {
    const { status, body } = await enter({ name, birth: '2025-05-01' });
    expect({ status, body: status === 201 ? undefined : body }).toEqual({ status: 201, body: undefined });
    const found = await visited.look((trx) =>
      trx.selectFrom('person').select('name').where('id', '=', String(body['childId'])).execute(),
    );
    expect(found).toEqual([{ name }]);
  }
  await isRefused(() => enter({ name: '努'.repeat(61), birth: '2025-05-01' }), 422);
});

test('a photo of 40 MB is refused politely, and one that is no photo too', async () => {
  const photo = samplePicture(900);
  const huge = Buffer.concat([photo, Buffer.alloc(40 * 1024 * 1024)]);
  await isRefused(() => receiver.upload('/api/office/photos', 'photo', huge, 'huge.png', 'image/png'), 413);
  await isRefused(
    () => receiver.upload('/api/office/photos', 'photo', Buffer.from('%PNG, or so it says'), 'no.png', 'image/png'),
    422,
  );
  await isRefused(
    () => receiver.upload('/api/office/photos', 'photo', photo.subarray(0, 2000), 'half.png', 'image/png'),
    422,
  );
});

const application = (submissionKey: string): Readonly<Record<string, unknown>> => ({
  policy,
  period: house.clock.today().slice(0, 4),
  submissionKey,
  subject: { id: family.child },
  applicant: { id: family.person },
  account: { id: family.account },
  photos: [],
  answers: {},
  purpose: 'apply',
});

let caseId = '';

test('a form posted three times at once is one case with one receipt, and a second form for the same year is told of it', async () => {
  const form = application(randomUUID());
  const answers = await Promise.all([1, 2, 3].map(() => receiver.post('/api/office/counter/applications', form)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(new Set(answers.map(({ body }) => body['receipt'])).size).toBe(1);
  caseId = String(answers[0]?.body['id']);
  const events = await visited.look((trx) =>
    trx.selectFrom('caseEvent').select('kind').where('caseId', '=', caseId).execute(),
  );
  expect(events).toEqual([{ kind: 'received' }]);
  const body = await isRefused(() => receiver.post('/api/office/counter/applications', application(randomUUID())), 409);
  expect(JSON.stringify(body)).toContain(String(answers[0]?.body['receipt']));
});

test('a stale tab is shown what changed, and decides nothing', async () => {
  const { body: opened } = await reviewer.get(`/api/office/cases/${caseId}`);
  const { version, determination } = opened as {
    version: number;
    determination: { outcome: string; amountFen: string };
  };
  const documents = pack.info.documents.filter(({ required }) => required).map(({ key }) => key);
  const asked = await reviewer.post(`/api/office/cases/${caseId}/review`, {
    outcome: 'ask-correction',
    version,
    documents,
    facts: [],
  });
  expect(asked.status).toBe(200);
  const { outcome, amountFen } = determination;
  const pass = { outcome: 'pass', version, seen: { outcome, amountFen } };
  const body = await isRefused(() => reviewer.post(`/api/office/cases/${caseId}/review`, pass), 409, 'stale-version');
  expect(body['since']).toMatchObject([{ kind: 'correction-asked' }]);
});

test('a clerk of another township who has the address is told what everyone is told of a case that is not there', async () => {
  const other = await clerkAt(visited, people.clerks.otherReviewer);
  const elsewhere = await isRefused(() => other.get(`/api/office/cases/${caseId}`), 404);
  const nowhere = await isRefused(() => other.get(`/api/office/cases/${randomUUID()}`), 404);
  expect({ ...elsewhere, requestId: '' }).toEqual({ ...nowhere, requestId: '' });
  await isRefused(() => stranger(visited).get(`/api/office/cases/${caseId}`), 401);
});

test('a case is not decided by who received it, nor confirmed by who reviewed it', async () => {
  const pass = { outcome: 'pass', version: 2, seen: { outcome: 'eligible', amountFen: '360000' } };
  await isRefused(() => receiver.post(`/api/office/cases/${caseId}/review`, pass), 403);
  const grant = { outcome: 'grant', version: 2, seen: { outcome: 'eligible', amountFen: '360000' } };
  await isRefused(() => reviewer.post(`/api/office/cases/${caseId}/confirm`, grant), 403);
});

test('JSON of the wrong shape is told every fault at once, and no JSON at all is told so', async () => {
  const body = await isRefused(
    () => receiver.post('/api/office/counter/applications', { policy, period: 'soon', photos: 'none' }),
    400,
  );
  const faults = body['faults'] as { at: string; detail: string }[];
  expect(faults.length).toBeGreaterThan(3);
  expect(faults.map(({ at }) => at).join(' ')).toContain('period');
  for (const { detail } of faults) expect(detail).toMatch(/[\u4e00-\u9fff]/);
  await isRefused(() => receiver.post('/api/office/families', null), 400);
});

test('an unknown benefit in an address is a page that is not there, with the nearest one named', async () => {
  const address = policy.replaceAll('/', '~');
  const nearly = address.slice(0, -1);
  await isRefused(() => stranger(visited).get(`/api/benefits/${nearly}`), 404);
  for (const path of [`/open/benefits/${nearly}`, `/leaflet/${nearly}`]) {
    const { status, body } = await stranger(visited).get(path);
    expect(status, path).toBe(404);
    expect(String(body['text'])).toContain(pack.info.title['zh-CN']);
  }
});

test('a return file with three decimals, of another batch, or imported before changes nothing; one in GB 18030 is read', async () => {
  const payer = await clerkAt(visited, people.clerks.payer);
  const treasurer = await clerkAt(visited, people.clerks.fundManager);
  const batch = await releasedBatch(payer, treasurer);
  const path = `/api/office/batches/${batch}/return-file`;
  const bankFile = await payer.download(`/api/office/batches/${batch}/bank-file?format=csv`);
  const answer = bankAnswer(bankFile, standardLayout, house.clock.today(), new Set()).toString('utf8');
  const send = (text: string, encoding: 'utf8' | 'gb18030' = 'utf8') =>
    payer.upload(path, 'file', iconv.encode(text, encoding), '回盘.csv', 'text/csv');

  const decimals = await isRefused(() => send(answer.replace(/3600\.00/, '3600.005')), 422);
  expect(JSON.stringify(decimals['lines'])).toContain('amount-with-more-than-two-decimals');
  const earlier = await visited.look((trx) =>
    trx.selectFrom('batchLine').select(['endToEnd', 'amountFen']).where('outcome', '=', 'paid').limit(1).execute(),
  );
  const [head = ''] = answer.split('\r\n');
  const foreign = `${head}\r\n${earlier[0]?.endToEnd},${Number(earlier[0]?.amountFen) / 100}.00,成功,,${house.clock.today()}`;
  await isRefused(() => send(foreign), 409, 'other-batch');

  const imported = await send(answer, 'gb18030');
  expect(imported, JSON.stringify(imported.body)).toMatchObject({ status: 200, body: { returnedCount: 0 } });
  await isRefused(() => send(answer, 'gb18030'), 409, 'already-imported');
});

async function releasedBatch(payer: Awaited<ReturnType<typeof clerkAt>>, treasurer: typeof payer): Promise<string> {
  const drafted = await payer.post('/api/office/batches', { payOn: '2026-12-01' });
  const id = String(drafted.body['id']);
  for (const [program, name] of [
    [treasurer, 'funds'],
    [payer, 'payment'],
  ] as const) {
    const { body } = await program.get(`/api/office/batches/${id}`);
    const { status } = await program.post(`/api/office/batches/${id}/release`, {
      version: body['version'],
      digest: body['digest'],
    });
    expect({ name, status }).toEqual({ name, status: 200 });
  }
  return id;
}

test('a cookie from before a password change is refused with the reason', async () => {
  const author = people.clerks.policyAuthor;
  const [before, changing] = [await clerkAt(visited, author), await clerkAt(visited, author)];
  const changed = await changing.post('/api/office/password', {
    current: people.password,
    chosen: '另一个长长的密码 2026',
  });
  expect(changed.status).toBeLessThan(300);
  await isRefused(() => before.get('/api/office/me'), 401, 'password-changed');
  expect(visited.faults).toEqual([]);
});
