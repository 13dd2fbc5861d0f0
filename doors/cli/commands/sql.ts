import { readPeriod } from '../../../rules/pack/period.ts';
import { dialects } from '../../../rules/sql/dialect.ts';
import { queryFor } from '../../../rules/sql/query.ts';
import { type Day, readDay } from '../../../values/day.ts';
import { inLanguage } from '../../../values/language.ts';
import { type Given, textValue } from '../arguments.ts';
import { policyAndPeriod } from '../law/find-policy.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { misused, type Or, refused, tellRefusal } from '../refusal.ts';
import { wordsIn } from '../words/made/all.ts';

/** A query and what it is of. */
interface Query {
  readonly policy: string;
  readonly version: string;
  readonly period: string;
  readonly on: Day;
  readonly dialect: string;
  readonly query: string;
}

function asked(io: Io, given: Given): Or<Query> {
  const words = wordsIn(io.language);
  const wanted = textValue(given, 'dialect') ?? 'postgres';
  const dialect = dialects.find((one) => one === wanted);
  if (dialect === undefined) return misused(words.unknownDialect({ name: wanted, known: dialects.join(', ') }));
  const found = policyAndPeriod(io, given);
  if ('refusal' in found) return found;
  const { pack, period: text } = found.found;
  const period = readPeriod(text);
  if (period === undefined) throw new Error('A period that the policy covers can be read.');
  const written = textValue(given, 'on');
  const on = written === undefined ? period.last : readDay(written);
  if (on === undefined) return misused(words.notADay({ option: '--on', written: written ?? '' }));
  const complete = textValue(given, 'complete')?.split(',') ?? [];
  const known = [...pack.rule.facts.keys(), 'household'];
  const strange = complete.find((name) => !known.includes(name));
  if (strange !== undefined)
    return misused(words.notOfPolicy({ option: '--complete', name: strange, known: known.join(', ') }));
  const schema = textValue(given, 'schema');
  const made = queryFor(pack.rule, period, on, dialect, {
    complete: new Set(complete),
    ...(schema !== undefined && { schema }),
  });
  if (made.kind === 'refused') return refused('not-in-sql', inLanguage(made.words, io.language));
  const { policy, version } = pack.info;
  return { found: { policy, version, period: text, on, dialect, query: made.text } };
}

/** `huijia sql <policy> --period <year> --dialect postgres|duckdb|spark`: one query that determines everybody in a warehouse. */
export function sqlCommand(io: Io, given: Given): Exit {
  const asJson = given.values['json'] === true;
  const query = asked(io, given);
  if ('refusal' in query) return tellRefusal(io, query.refusal, asJson);
  const { found } = query;
  const { policy, version, period, on, dialect } = found;
  const head = `-- huijia: ${policy} (${version}), ${period}, ${on}, ${dialect}; docs/guides/warehouse\n`;
  io.out(asJson ? `${JSON.stringify(found, null, 2)}\n` : `${head}${found.query}`);
  return exit.fine;
}
