import { desks } from '../office/desks.ts';
import { dutiesOf } from '../office/hall/take-together.ts';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { OperatorFault } from '../building/operator-fault.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { giveHosts, takeIn } from '../office/hall/counties/counties.ts';
import { foundOffices } from '../office/staff/founding/found.ts';
import { type Founding, readFounding } from '../office/staff/founding/founding-file.ts';
import type { County } from '../values/division.ts';

/** Opens the offices that the operator wrote down for a county or province, and prints the passwords of whoever is new. */
export async function foundAsWritten(
  house: BenefitsHouse,
  founding: Founding,
  print: (line: string) => void,
): Promise<void> {
  const accounts = await foundOffices(house, founding);
  if (accounts.length === 0) return;
  print('');
  print(`${founding.of}：新账号，密码只显示这一次 / New accounts; the passwords are shown this once`);
  for (const { signInName, password, name } of accounts) print(`  ${signInName.padEnd(20)} ${password}  ${name}`);
}

/** Takes in the counties and provinces of the operator's files. Throws an OperatorFault when two would answer at one host. */
export async function takeInAsWritten(house: BenefitsHouse, foundings: readonly Founding[]): Promise<void> {
  await takeIn(
    house,
    foundings.map(({ of }) => of),
  );
  const named = foundings.flatMap(({ of, hosts }) => (hosts === undefined ? [] : [{ of, hosts }]));
  const given = await giveHosts(house, named);
  if (given.kind === 'given') return;
  const { host, of } = given;
  throw new OperatorFault({
    'zh-CN': `网址 ${host} 只能属于一个县或省，现在 ${of.join(' 和 ')} 都写了它。`,
    en: `The host ${host} can be of one county or province only, and both ${of.join(' and ')} have it.`,
  });
}

/** What to do while the database has no county at all. */
export const howToBegin = [
  '',
  '还没有开通任何县，谁也登录不了。写一个机构文件，用 HUIJIA_FOUNDING 指定，再启动一次。写法见 docs/guides/operator.zh-CN.md。',
  'No county is served yet, so nobody can sign in. Write a file of its offices, name it in HUIJIA_FOUNDING and start again: docs/guides/operator.en.md.',
];

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
    throw new OperatorFault({
      'zh-CN': `机构文件 ${one} 和 ${other} 写的是同一个县或省（${founding.of}）。`,
      en: `The files of offices ${one} and ${other} are of the same county or province (${founding.of}).`,
    });
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
  throw new OperatorFault({
    'zh-CN': `文件夹 ${path} 里没有机构文件（.yaml）。`,
    en: `The folder ${path} holds no file of offices (.yaml).`,
  });
}

async function foundingIn(file: string, county: County | undefined): Promise<Founding> {
  const read = readFounding(await parsed(file), county, dutiesOf(desks));
  if (read.kind === 'founding') return read.founding;
  const told = (language: 'zh-CN' | 'en'): string =>
    read.faults.map(({ at, words }) => `\n  ${at}: ${words[language]}`).join('');
  throw new OperatorFault({
    'zh-CN': `机构文件 ${file} 有误：${told('zh-CN')}`,
    en: `The file of offices ${file} has faults:${told('en')}`,
  });
}

async function parsed(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorFault(
      { 'zh-CN': `机构文件 ${file} 读不了：${why}`, en: `The file of offices ${file} can't be read: ${why}` },
      { cause: error },
    );
  }
}
