import { clockFrom } from '../building/clock.ts';
import { countRows } from '../building/database/count-rows.ts';
import { type HouseServer, listen } from '../building/http/server.ts';
import { takeUpLawCalendar } from '../office/hall/calendar/law-calendar.ts';
import { takeIn } from '../office/hall/counties/counties.ts';
import type { Served } from '../office/hall/counties/decide.ts';
import { sampleCounties } from '../sample-county/people/places.ts';
import { type County, countyOf } from '../values/division.ts';
import type { OfficeHouse } from '../office/desks.ts';
import { inventOnce, type LoadedSample, loadSample } from '../sample-county/load/load.ts';
import { loadProvince } from '../sample-county/load/load-province.ts';
import { figuresRound } from '../office/oversight/province/write-figures.ts';
import { sampleStaff, signInList } from '../sample-county/sign-in-list.ts';
import { buildStaffSite } from './build-staff-site.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { foundAsWritten, foundingsIn, takeInAsWritten } from './found-from-file.ts';
import { lifetime } from './lifetime.ts';
import { openHouse } from './open-house.ts';
import { serveHouse } from './serve.ts';
import { startRounds } from './worker/rounds.ts';
import { inBoth } from './terminal.ts';

// `npm start`: everything a county needs, in one process.

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (line: string): void => void process.stderr.write(`${line}\n`);
const life = lifetime(show);

async function start(environment: Environment): Promise<void> {
  const { sample, publicOrigin, founding, namedCounty } = environment;
  const foundings = founding === undefined ? [] : await foundingsIn(founding, namedCounty);
  const invented = sample === 'none' ? [] : sampleCounties.slice(0, environment.sampleCounties);
  const invent = inventOnce();
  const opened = await openHouse(environment, print, () => {
    const today = clockFrom(environment.now, { sample: sample !== 'none' }).today();
    if (sample !== 'none') for (const places of invented) invent(today, sample, places);
  });
  const { house, database } = opened;
  life.opened(() => opened.close());
  void opened.serverEnded.then(() => life.end(1));
  for (const { span, words } of house.packs.findings) {
    show(`${span.file}:${span.line}:${span.column}: ${words['zh-CN']} / ${words.en}`);
  }
  const inventedCodes = invented.map(({ county }) => countyOf(county.code));
  const serving = serve(house, environment);
  // A failure is met below; until then it must not count as unhandled.
  serving.catch(() => undefined);
  await takeIn(house, inventedCodes);
  await takeInAsWritten(house, foundings);
  await takeUpLawCalendar(house);
  await house.calendar(); // Read before anybody's act needs it.
  for (const one of foundings) await foundAsWritten(house, one, print);
  let filled = false;
  if (sample !== 'none')
    for (const code of inventedCodes) {
      const loaded = await loadSample(house, code, sample, invent);
      tellRefused(loaded);
      filled ||= loaded.kind === 'loaded';
    }
  if (invented.length > 1) await fillProvince(house, inventedCodes);
  const worker = await startRounds(house, database.doorAddress, (error) => show(error.message));
  life.opened(() => worker.stop());
  const server = await serving;
  life.opened(() => server.close());
  const port = await listen(server, environment);
  if (sample !== 'none') for (const line of ['', ...signInList(invented)]) print(line);
  const served = await house.served.now();
  if (served.counties.length === 0) print(`\n${inBoth((w) => w.howToBegin, '\n')}`);
  printAddresses(served, publicOrigin ?? `http://localhost:${port}`, sample !== 'none');
  // Advice, which PostgreSQL finds out by itself a minute later: a stop in the middle of it is no fault.
  if (filled) void countRows(database.ownerAddress).catch(() => undefined);
}

/** The doors, not yet open: made while the database is filled or looked at. */
async function serve(house: OfficeHouse, { sample, publicOrigin }: Environment): Promise<HouseServer> {
  await buildStaffSite();
  return serveHouse(house, {
    publicOrigin,
    sampleStaff: sample === 'none' ? undefined : sampleStaff(),
    report: (error, requestId) =>
      show(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
}

/** A sample whose year did not go as written is a fault of ours. */
function tellRefused(loaded: LoadedSample): void {
  if (loaded.kind === 'not-empty') return;
  for (const { entry, outcome } of loaded.refused) show(`${entry.at} ${entry.deed.kind}: ${outcome}`);
}

/** The province of a sample sees the day's figures at once, without waiting for the daily round. */
async function fillProvince(house: OfficeHouse, counties: readonly County[]): Promise<void> {
  await loadProvince(house);
  for (const county of counties) await figuresRound(house, county);
}

/** A county that is alone answers everywhere; of several, each at its hosts or, in a sample, below its path; a province likewise. */
function printAddresses({ counties, provinces }: Served, origin: string, sample: boolean): void {
  const addressesOf = (path: string, hosts: readonly string[]): readonly string[] => {
    if (sample) return [`${origin}${path}`];
    const { protocol, port } = new URL(origin);
    return hosts.map((host) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`);
  };
  const [, second] = counties;
  if (second === undefined) printDoors(origin);
  else for (const { code, hosts } of counties) for (const at of addressesOf(`/c/${code}`, hosts)) printDoors(at, code);
  for (const { code, hosts } of provinces)
    for (const at of addressesOf(`/p/${code}`, hosts))
      print(`\n  ${code}\n  ${at}/office  ${inBoth((w) => w.province, ' ')}`);
  print('');
  print(inBoth((w) => w.ready));
}

function printDoors(at: string, county?: string): void {
  print('');
  if (county !== undefined) print(`  ${county}`);
  for (const [site, path] of [
    ['families', '/'],
    ['staff', '/office'],
    ['everyone', '/open'],
  ] as const)
    print(`  ${at}${path}  ${inBoth((w) => w[site], ' ')}`);
}

try {
  await start(readEnvironment(process.env));
} catch (error) {
  await life.fail(error);
}
