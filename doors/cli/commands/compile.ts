import { type Dialect, dialects } from '../../../rules/sql/dialect.ts';
import { readDay } from '../../../values/day.ts';
import { type Given, textValue } from '../arguments.ts';
import { policyAndPeriod } from '../law/find-policy.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { misused, type Or, tellRefusal } from '../refusal.ts';
import { type Shown, stages, stageText } from '../law/show-stages.ts';
import { wordsIn } from '../words/made/all.ts';

const isDialect = (text: string): text is Dialect => dialects.some((dialect) => dialect === text);
const isStage = (text: string): text is Shown => stages.some((stage) => stage === text);

function compiled(io: Io, given: Given): Or<string> {
  const words = wordsIn(io.language);
  const shown = textValue(given, 'show') ?? 'ir';
  if (!isStage(shown)) return misused(words.unknownStage({ name: shown, known: stages.join(', ') }));
  const asked = policyAndPeriod(io, given);
  if ('refusal' in asked) return asked;
  const written = textValue(given, 'on');
  const on = written === undefined ? undefined : readDay(written);
  if (written !== undefined && on === undefined) return misused(words.notADay({ option: '--on', written }));
  const dialect = textValue(given, 'dialect') ?? 'postgres';
  if (!isDialect(dialect)) return misused(words.unknownDialect({ name: dialect, known: dialects.join(', ') }));
  return stageText(io, asked.found, on, shown, dialect);
}

/** `huijia compile <policy> --period <year> --show ir|js|wat|sql`: what each stage makes of a pack. */
export function compileCommand(io: Io, given: Given): Exit {
  const text = compiled(io, given);
  if ('refusal' in text) return tellRefusal(io, text.refusal, given.values['json'] === true);
  io.out(text.found);
  return exit.fine;
}
