import { determineRegister } from '../../../registers/run/determine.ts';
import { factsNotHeld } from '../../../registers/run/job.ts';
import { type Given, textValue } from '../arguments.ts';
import { determinedText, determinedWire } from '../run/determined-text.ts';
import { packCovering } from '../law/find-policy.ts';
import { pathFrom } from '../law/findings.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { orRefused } from '../or-refused.ts';
import { progressBar } from '../run/progress-bar.ts';
import { misused, type Or, tellRefusal } from '../refusal.ts';
import { runEnded, tellNotHeld } from '../run/run-ended.ts';
import { type RunOptions, runOptions } from '../run/run-options.ts';
import { wordsIn as runWordsIn } from '../run/words/made/all.ts';
import { withInterrupt } from '../interrupt.ts';
import { wordsIn } from '../words/made/all.ts';

interface Asked extends RunOptions {
  readonly pack: Parameters<typeof determineRegister>[0]['pack'];
  readonly period: string;
}

function askedFor(io: Io, given: Given): Or<Asked> {
  const policy = textValue(given, 'policy');
  const period = textValue(given, 'period');
  if (policy === undefined) return misused(runWordsIn(io.language).noPolicyOption);
  if (period === undefined) return misused(wordsIn(io.language).noPeriod);
  const options = runOptions(io, given);
  if ('refusal' in options) return options;
  const covering = packCovering(io, given, policy, period);
  if ('refusal' in covering) return covering;
  return { found: { ...options.found, ...covering.found } };
}

/** `huijia determine --register DIR --policy cn/hospital-care --period 2026 --out result.parquet` */
export async function determineCommand(io: Io, given: Given): Promise<Exit> {
  const asJson = given.values['json'] === true;
  const asked = askedFor(io, given);
  if ('refusal' in asked) return tellRefusal(io, asked.refusal, asJson);
  const { pack, period, out, opened } = asked.found;
  tellNotHeld(io, factsNotHeld({ register: opened.register, pack }));
  const bar = progressBar(io, !asJson);
  const determined = await orRefused(io, () =>
    withInterrupt((signal) =>
      determineRegister({
        ...asked.found,
        reasons: given.values['no-reasons'] !== true,
        progress: bar.tell,
        signal,
      }),
    ),
  );
  bar.end();
  if ('refusal' in determined) return tellRefusal(io, determined.refusal, asJson);
  const { found } = determined;
  if (found.kind !== 'determined') return tellRefusal(io, runEnded(io, found, out).refusal, asJson);
  const { report } = found;
  const shown = out === undefined ? undefined : pathFrom(io.cwd)(out);
  if (!asJson) {
    io.out(determinedText(io, pack, period, report, shown));
    return exit.fine;
  }
  const { policy, version } = pack.info;
  const { digest, manifest } = opened.register;
  const on = asked.found.on ?? manifest.asOf;
  const head = { policy, version, period, on, register: { digest, asOf: manifest.asOf }, ...(shown && { out: shown }) };
  io.out(`${JSON.stringify({ ...head, ...determinedWire(report) }, null, 2)}\n`);
  return exit.fine;
}
