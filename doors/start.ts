import { listen } from '../building/http/server.ts';
import type { Founding } from '../office/staff/founding/founding-file.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import { takeInCounties } from '../office/hall/counties/counties.ts';
import type { County } from '../values/division.ts';
import { type LoadedSample, loadSample } from '../sample-county/load.ts';
import { sampleStaff, signInList } from '../sample-county/sign-in-list.ts';
import { buildStaffSite } from './build-staff-site.ts';
import { type Environment, readEnvironment, type SampleSize } from './environment.ts';
import { foundAsWritten, foundingIn } from './found-from-file.ts';
import { lifetime } from './lifetime.ts';
import { openHouse } from './open-house.ts';
import { serveHouse } from './serve.ts';
import { startRounds } from './worker/rounds.ts';

// `npm start`: everything a county needs, in one process.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (line: string): void => void process.stderr.write(`${line}\n`);
const life = lifetime(show);

async function start(environment: Environment): Promise<void> {
  const { sample, publicOrigin, foundingFile, county } = environment;
  const founding = foundingFile === undefined ? undefined : await foundingIn(foundingFile, county);
  const opened = await openHouse(environment, print);
  const { house, database } = opened;
  life.opened(() => opened.close());
  void opened.serverEnded.then(() => life.end(1));
  for (const { span, words } of house.packs.findings) {
    show(`${span.file}:${span.line}:${span.column}: ${words['zh-CN']} / ${words.en}`);
  }
  if (sample !== 'none' || founding !== undefined) await takeInCounties(house, [county]);
  await takeUpLawCalendar(house);
  await house.calendar(); // Read before anybody's act needs it.
  await Promise.all([fill(house, county, sample, founding), buildStaffSite()]);
  const worker = await startRounds(house, database.doorAddress, (error) => show(error.message));
  life.opened(() => worker.stop());
  const server = await serveHouse(house, {
    publicOrigin,
    sampleStaff: sample === 'none' ? [] : sampleStaff(),
    report: (error, requestId) =>
      show(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  life.opened(() => server.close());
  const port = await listen(server, environment);
  if (sample !== 'none') for (const line of ['', ...signInList()]) print(line);
  printAddresses(publicOrigin ?? `http://localhost:${port}`);
}

/** An empty sample county is filled with its invented people; a real one with the offices of its file. */
async function fill(
  house: BenefitsHouse,
  county: County,
  sample: SampleSize,
  founding: Founding | undefined,
): Promise<void> {
  if (sample === 'none') await foundAsWritten(house, county, founding, print);
  else tellRefused(await loadSample(house, county, sample));
}

/** A sample whose year did not go as written is a fault of ours. */
function tellRefused(loaded: LoadedSample): void {
  if (loaded.kind === 'not-empty') return;
  for (const { entry, outcome } of loaded.refused) show(`${entry.at} ${entry.deed.kind}: ${outcome}`);
}

function printAddresses(origin: string): void {
  print('');
  print(`  群众 Families       ${origin}/`);
  print(`  工作人员 Staff      ${origin}/office`);
  print(`  公开 Everyone       ${origin}/open`);
  print('');
  print('惠家已就绪，按 Ctrl-C 停止 / Huijia is ready; Ctrl-C stops it');
}

try {
  await start(readEnvironment(process.env));
} catch (error) {
  await life.fail(error);
}
