import { rehearse, type RehearsalReport, type Side } from '../../../registers/rehearse/rehearse.ts';
import { factsNotHeld } from '../../../registers/run/job.ts';
import { type Given, textValue } from '../arguments.ts';
import { packCovering } from '../law/find-policy.ts';
import { pathFrom } from '../law/findings.ts';
import { withInterrupt } from '../interrupt.ts';
import { exit, type Exit, type Io } from '../io.ts';
import { orRefused } from '../or-refused.ts';
import { progressBar } from '../run/progress-bar.ts';
import { misused, type Or, tellRefusal } from '../refusal.ts';
import { rehearsedText, rehearsedWire } from '../run/rehearsed-text.ts';
import { runEnded, tellNotHeld } from '../run/run-ended.ts';
import { type RunOptions, runOptions } from '../run/run-options.ts';
import { wordsIn as runWordsIn } from '../run/words/made/all.ts';
import { wordsIn } from '../words/made/all.ts';

interface Asked extends RunOptions {
  readonly before: Side;
  readonly after: Side;
}

function askedFor(io: Io, given: Given): Or<Asked> {
  const words = runWordsIn(io.language);
  const [policy, against, period] = ['policy', 'against', 'period'].map((name) => textValue(given, name));
  if (policy === undefined) return misused(words.noPolicyOption);
  if (against === undefined) return misused(words.noAgainst);
  if (period === undefined) return misused(wordsIn(io.language).noPeriod);
  const options = runOptions(io, given);
  if ('refusal' in options) return options;
  const after = packCovering(io, given, policy, period);
  if ('refusal' in after) return after;
  const before = packCovering(io, given, against, textValue(given, 'against-period') ?? period);
  if ('refusal' in before) return before;
  return { found: { ...options.found, before: before.found, after: after.found } };
}

async function reportFor(io: Io, asked: Asked, asJson: boolean): Promise<Or<RehearsalReport>> {
  const { register } = asked.opened;
  const notHeld = [asked.before, asked.after].flatMap(({ pack }) => factsNotHeld({ register, pack }));
  tellNotHeld(io, [...new Set(notHeld)]);
  const bar = progressBar(io, !asJson);
  const rehearsed = await orRefused(io, () =>
    withInterrupt((signal) => rehearse({ ...asked, progress: bar.tell, signal })),
  );
  bar.end();
  if ('refusal' in rehearsed) return rehearsed;
  const { found } = rehearsed;
  return found.kind === 'rehearsed' ? { found: found.report } : runEnded(io, found, asked.out);
}

/** `huijia rehearse --register DIR --policy new.md --against cn/hospital-care --period 2026` */
export async function rehearseCommand(io: Io, given: Given): Promise<Exit> {
  const asJson = given.values['json'] === true;
  const words = runWordsIn(io.language);
  const asked = askedFor(io, given);
  if ('refusal' in asked) return tellRefusal(io, asked.refusal, asJson);
  const report = await reportFor(io, asked.found, asJson);
  if ('refusal' in report) return tellRefusal(io, report.refusal, asJson);
  const { before, after, out } = asked.found;
  const shown = out === undefined ? undefined : pathFrom(io.cwd)(out);
  if (asJson) {
    const side = ({ pack: { info }, period }: Side): Readonly<Record<string, string>> => ({
      policy: info.policy,
      version: info.version,
      period,
    });
    const head = { before: side(before), after: side(after), ...(shown && { out: shown }) };
    io.out(`${JSON.stringify({ ...head, ...rehearsedWire(report.found) }, null, 2)}\n`);
    return exit.fine;
  }
  const side = ({ pack: { info }, period }: Side): string =>
    words.side({ policy: info.policy, version: info.version.slice(0, 12), period });
  io.out(rehearsedText(io, words.rehearsal({ before: side(before), after: side(after) }), report.found, shown));
  return exit.fine;
}
