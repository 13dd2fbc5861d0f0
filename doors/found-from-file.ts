import { desks } from '../office/desks.ts';
import { dutiesOf } from '../office/hall/introduced.ts';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { OperatorFault } from '../building/operator-fault.ts';
import type { BenefitsHouse } from '../office/benefits/house.ts';
import { foundOffices, isFounded } from '../office/staff/founding/found.ts';
import { type Founding, readFounding } from '../office/staff/founding/founding-file.ts';
import type { County } from '../values/division.ts';

/** Opens the offices that the operator wrote down, and prints the passwords of whoever is new. Without any office at all, says how to begin. */
export async function foundAsWritten(
  house: BenefitsHouse,
  county: County,
  founding: Founding | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (founding === undefined) {
    if (!(await isFounded(house, county))) for (const line of howToBegin) print(line);
    return;
  }
  const accounts = await foundOffices(house, founding);
  if (accounts.length === 0) return;
  print('');
  print('新账号，密码只显示这一次 / New accounts; the passwords are shown this once');
  for (const { signInName, password, name } of accounts) print(`  ${signInName.padEnd(20)} ${password}  ${name}`);
}

const howToBegin = [
  '',
  '这个县还没有机构和人员，谁也登录不了。写一个机构文件，用 HUIJIA_FOUNDING 指定，再启动一次。写法见 docs/guides/operator.zh-CN.md。',
  'This county has no office and no staff, so nobody can sign in. Write the file of its offices, name it in HUIJIA_FOUNDING and start again: docs/guides/operator.en.md.',
];

/**
 * Reads the operator's file.
 * @throws OperatorFault with every fault of it.
 */
export async function foundingIn(file: string, county: County): Promise<Founding> {
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
