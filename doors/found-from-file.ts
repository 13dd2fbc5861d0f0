import { inEveryLanguage } from '../values/language.ts';
import { desks, type OfficeHouse } from '../office/desks.ts';
import { dutiesOf } from '../office/hall/take-together.ts';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { OperatorFault } from '../building/operator-fault.ts';
import { giveHosts, takeIn } from '../office/hall/counties/counties.ts';
import { foundOffices } from '../office/staff/founding/found.ts';
import { type Founding, readFounding } from '../office/staff/founding/founding-file.ts';
import type { County } from '../values/division.ts';
import { inBoth } from './terminal.ts';
import { words } from './words/made/all.ts';

/** Opens the offices that the operator wrote down for a county or province, and prints the passwords of whoever is new. */
export async function foundAsWritten(
  house: OfficeHouse,
  founding: Founding,
  print: (line: string) => void,
): Promise<void> {
  const accounts = await foundOffices(house, founding);
  if (accounts.length === 0) return;
  print('');
  print(inBoth((w) => w.newAccounts({ of: founding.of })));
  for (const { signInName, password, name } of accounts) print(`  ${signInName.padEnd(20)} ${password}  ${name}`);
}

/** Takes in the counties and provinces of the operator's files. Throws an OperatorFault when two would answer at one host. */
export async function takeInAsWritten(house: OfficeHouse, foundings: readonly Founding[]): Promise<void> {
  await takeIn(
    house,
    foundings.map(({ of }) => of),
  );
  const named = foundings.flatMap(({ of, hosts }) => (hosts === undefined ? [] : [{ of, hosts }]));
  const given = await giveHosts(house, named);
  if (given.kind === 'given') return;
  const [one, other] = given.of;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.oneHost({ host: given.host, one, other })));
}

/**
 * Reads the operator's file, or every file of a folder: one for each county or province.
 * @throws OperatorFault with every fault of a file, or when two files are of the same.
 */
export async function foundingsIn(path: string, county: County | undefined): Promise<readonly Founding[]> {
  const files = await filesIn(path);
  const foundings = await Promise.all(files.map((file) => foundingIn(file, county)));
  foundings.forEach((founding, i) => {
    const before = foundings.findIndex((other) => other.of === founding.of);
    if (before === i) return;
    const [one, other] = [files[before] ?? '', files[i] ?? ''];
    throw new OperatorFault(inEveryLanguage(words, (w) => w.officesTwice({ one, other, of: founding.of })));
  });
  return foundings;
}

async function filesIn(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new OperatorFault(inEveryLanguage(words, (w) => w.noOffices({ path })));
}

async function foundingIn(file: string, county: County | undefined): Promise<Founding> {
  const read = readFounding(
    await parsed(file),
    county,
    dutiesOf(desks),
    desks.flatMap(({ founding }) => founding ?? []),
  );
  if (read.kind === 'founding') return read.founding;
  throw new OperatorFault(
    inEveryLanguage(words, (w, inOwn) => {
      const faults = read.faults.map((fault) => `\n  ${fault.at}: ${inOwn(fault.words)}`).join('');
      return w.officesFaulty({ file, faults });
    }),
  );
}

async function parsed(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorFault(
      inEveryLanguage(words, (w) => w.officesUnreadable({ file, why })),
      { cause: error },
    );
  }
}
