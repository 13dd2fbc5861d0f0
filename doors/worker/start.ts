import { readEnvironment } from '../environment.ts';
import { lifetime } from '../lifetime.ts';
import { openHouseBeside } from '../open-house.ts';
import { inBoth } from '../terminal.ts';
import { startRounds } from './rounds.ts';

// `npm run worker`: the worker alone, beside a house that runs or over the database of DATABASE_URL. Any number of them may run.

const show = (line: string): void => void process.stderr.write(`${line}\n`);
const life = lifetime(show);

try {
  const opened = await openHouseBeside(readEnvironment(process.env), show);
  life.opened(() => opened.close());
  const worker = await startRounds(opened.house, opened.database.doorAddress, (error) => show(error.message));
  life.opened(() => worker.stop());
  process.stdout.write(`${inBoth((w) => w.workerReady)}\n`);
} catch (error) {
  await life.fail(error);
}
