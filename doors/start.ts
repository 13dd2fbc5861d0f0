import { listen } from '../building/http/server.ts';
import type { House } from '../office/house.ts';
import { takeUpLawCalendar } from '../office/benefits/law-calendar.ts';
import { loadSample } from '../sample-county/load.ts';
import { sampleStaff, signInList } from '../sample-county/sign-in-list.ts';
import { buildStaffSite } from './build-staff-site.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { foundFromFile } from './found-from-file.ts';
import { lifetime } from './lifetime.ts';
import { openHouse } from './open-house.ts';
import { serveHouse } from './serve.ts';
import { startRounds } from './worker/rounds.ts';

// `npm start`: everything a county needs, in one process.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (line: string): void => void process.stderr.write(`${line}\n`);
const life = lifetime(show);

async function start(environment: Environment): Promise<void> {
  const { sample, publicOrigin } = environment;
  const { house, database, serverEnded, close } = await openHouse(environment, print);
  life.opened(close);
  void serverEnded.then(() => life.end(1));
  for (const { span, words } of house.packs.findings) {
    show(`${span.file}:${span.line}:${span.column}: ${words.zh} / ${words.en}`);
  }
  await takeUpLawCalendar(house);
  await Promise.all([fill(house, environment), buildStaffSite()]);
  const worker = await startRounds(house, database.doorPool, (error) => show(error.message));
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
async function fill(house: House, { sample, foundingFile }: Environment): Promise<void> {
  if (sample === 'none') await foundFromFile(house, foundingFile, print);
  else await loadSample(house, sample);
}

function printAddresses(origin: string): void {
  print('');
  print('惠家已就绪 / Huijia is ready');
  print(`  群众 Families       ${origin}/`);
  print(`  工作人员 Staff      ${origin}/office`);
  print(`  公开 Everyone       ${origin}/open`);
  print('');
}

try {
  await start(readEnvironment(process.env));
} catch (error) {
  await life.fail(error);
}
