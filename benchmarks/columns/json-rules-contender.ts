import { type Almanac, Engine } from 'json-rules-engine';
import { packedDate, type Shard } from '../../rules/columns/shard.ts';
import { type Checksums, checkWeight, type Contender, type Ready, type Run, variables } from './contender.ts';
import { column32, type People } from './people.ts';

/** One of the household, as the facts of json-rules-engine hold it. */
interface Member {
  readonly birth: number;
  readonly income: number;
}

/** What a run for one person is given. */
interface Given extends Member {
  readonly local: boolean;
  readonly members: readonly Member[];
}

const last = packedDate(2025, 12, 31);
const ageOn = (birth: number): number => (last - birth) >> 9;

/** policy.md: each step a fact that is computed from others when asked for, the condition a rule. */
function engine(): Engine {
  const built = new Engine();
  const fact = <T>(name: string, compute: (value: <V>(of: string) => Promise<V>) => Promise<T>): void => {
    built.addFact(name, (_, almanac) => compute((of) => almanac.factValue(of)));
  };
  fact('age', async (value) => ageOn(await value<number>('birth')));
  fact('isMinor', async (value) => (await value<number>('age')) < 18);
  fact('isElder', async (value) => (await value<number>('age')) >= 60);
  fact('householdSize', async (value) => (await value<readonly Member[]>('members')).length);
  const counted = async (members: Promise<readonly Member[]>, test: (age: number) => boolean): Promise<number> =>
    (await members).filter(({ birth }) => test(ageOn(birth))).length;
  fact('minors', (value) => counted(value('members'), (age) => age < 18));
  fact('elders', (value) => counted(value('members'), (age) => age >= 60));
  fact('householdIncome', async (value) =>
    (await value<readonly Member[]>('members')).reduce((sum, { income }) => sum + income, 0),
  );
  fact('incomeLine', async (value) => 180_000 * (await value<number>('householdSize')));
  fact('isPoor', async (value) => (await value<number>('householdIncome')) <= (await value<number>('incomeLine')));
  fact(
    'supplement',
    async (value) => 12_000 * (await value<number>('minors')) + 8050 * (await value<number>('elders')),
  );
  fact('allowance', async (value) =>
    (await value<boolean>('isMinor')) ? 30_000 : (await value<boolean>('isElder')) ? 20_000 : 0,
  );
  fact('amount', async (value) =>
    Math.min(60_000, (await value<number>('allowance')) + (await value<number>('supplement'))),
  );
  const is = (name: string): { fact: string; operator: string; value: boolean } => ({
    fact: name,
    operator: 'equal',
    value: true,
  });
  built.addRule({
    conditions: { all: [is('local'), is('isPoor'), { any: [is('isMinor'), is('isElder')] }] },
    event: { type: 'eligible' },
  });
  return built;
}

function givenOf(shard: Shard): readonly Given[] {
  const [birth, income, local] = ['birth', 'income', 'local'].map((fact) => column32(shard, fact));
  const { offsets, of } = shard.households;
  const people = Array.from({ length: shard.rows }, (_, row) => ({
    birth: birth?.[row] ?? 0,
    income: income?.[row] ?? 0,
  }));
  const households = Array.from(offsets.subarray(1), (end, household) => people.slice(offsets[household], end));
  return people.map((person, row) => ({
    ...person,
    local: local?.[row] === 1,
    members: households[of[row] ?? 0] ?? [],
  }));
}

async function determine(
  rules: Engine,
  given: Given,
): Promise<{ almanac: Almanac; eligible: boolean; amount: number }> {
  const { almanac, events } = await rules.run({ ...given });
  const eligible = events.length > 0;
  return { almanac, eligible, amount: eligible ? await almanac.factValue<number>('amount') : 0 };
}

async function runOver(rules: Engine, people: readonly Given[]): Promise<Run> {
  let [eligible, amount] = [0, 0];
  const from = performance.now();
  for (const given of people) {
    const found = await determine(rules, given);
    if (found.eligible) eligible += 1;
    amount += found.amount;
  }
  const milliseconds = performance.now() - from;
  return { milliseconds, totals: { eligible, amountFen: BigInt(amount), undetermined: 0 } };
}

async function checksumsOver(rules: Engine, people: readonly Given[]): Promise<Checksums> {
  const sums = new Map<string, bigint>();
  for (const [row, given] of people.entries()) {
    const { almanac, eligible, amount } = await determine(rules, given);
    const add = (name: string, value: number): void =>
      void sums.set(name, (sums.get(name) ?? 0n) + BigInt(value * checkWeight(row)));
    for (const name of variables) add(name, Number(await almanac.factValue<number | boolean>(name)));
    add('outcome', Number(eligible));
    add('amount', amount);
  }
  return Object.fromEntries(sums);
}

function ready(people: People): Ready {
  const rules = engine();
  const given = people.shards.flatMap(givenOf);
  return {
    run: () => runOver(rules, given),
    checksums: () => checksumsOver(rules, given),
    close: async () => undefined,
  };
}

/** json-rules-engine (npm), a run of its engine for each person, on a sample. */
export const jsonRulesContender: Contender = {
  name: 'jsonRulesEngine',
  most: 20_000,
  prepare: async (people) => ({ kind: 'ready', ready: ready(people) }),
};
