import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../../../rules/explain/evaluate.ts';
import type { Finding } from '../../../rules/finding.ts';
import type { BenefitLine, BenefitPage } from '../contract/benefit.ts';
import { madeLanguages } from '../../../building/catalogue/written.ts';
  const fileOf = new Map(lawTexts.map(({ version, file }) => [version, file]));
  for (const found of readPacks(lawTexts, read.vocabulary)) {
    findings.push(...(found.kind === 'pack' ? found.warnings : found.findings));
    if (found.kind !== 'pack') continue;
    const beyond = beyondItsFolder(fileOf.get(found.pack.info.version) ?? '', found.pack.info);
    if (beyond === undefined) packs.push(found.pack);
    else findings.push(beyond);
  }
  const shelved = new Set(packs.map(({ info }) => info.version));
  return shelfOf(
    packs,
    texts.filter(({ digest }) => shelved.has(digest)),
    findings,
  );
}

async function policyFiles(folder: string): Promise<readonly FileText[]> {
  const names = await foldersIn(folder);
  const inner = await Promise.all(
    names.map(async (name) => (await foldersIn(join(folder, name))).map((one) => `${name}/${one}`)),
  );
  const files = await Promise.all(
    [...names, ...inner.flat()].map(async (name) => {
      const text = await readFile(join(folder, name, 'policy.md'), 'utf8').catch(absent);
      return text === undefined ? [] : [{ file: `law/${name}/policy.md`, text }];
    }),
  );
  return files.flat();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A pack in a folder of six digits is of that province, city or county, or of a division within it: nobody publishes law for others. */
function beyondItsFolder(file: string, { division }: Pack['info']): Finding | undefined {
  const [, code] = /^law\/(\d{6})\//.exec(file) ?? [];
  if (code === undefined || contains(`${code}000000` as Division, division as Division)) return undefined;
  return {
    code: 'beyond-its-division',
    severity: 'error',
    words: inEveryLanguage(words, (w) => w.shelf.beyondItsDivision({ division, code })),
    span: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** As many as name it, and no more in each case's row. */
const engineDigits = 16;

function shelfOf(packs: readonly Pack[], texts: readonly PolicyText[], findings: readonly Finding[]): PackShelf {
  const byPolicy = new Map(packs.map((pack) => [pack.info.policy, pack]));
  return {
    packs,
    engine: engineDigest(['rules', 'values']).slice(0, engineDigits),
    texts,
    readAgain: new Map(),
    findings,
    find(policy) {
      const pack = byPolicy.get(policy);
      if (pack !== undefined) return { kind: 'pack', pack };
      const near = nearest(policy, byPolicy.keys());
      return { kind: 'unknown-policy', ...(near !== undefined && { nearest: near }) };
    },
  };
}

/** A policy in an address: `cn/home-care` is `cn~home-care`. */
export function policyAddress(policy: string): string {
  return policy.replaceAll('/', '~');
}

export function policyOfAddress(address: string): string {
  return address.replaceAll('~', '/');
}

export function benefitLine({ info }: Pack): BenefitLine {
  const { policy, title, summary, version, periods } = info;
  return { policy, address: policyAddress(policy), title, summary, version, periods: [...periods] };
}

/** Everything that the public page of a benefit shows. */
export function describe(pack: Pack): BenefitPage {
  const { info } = pack;
  const { division, subject, procedure } = info;
  return {
    ...benefitLine(pack),
    division,
    subject,
    sources: [...info.sources],
    articles: info.articles.map(({ headingWords, words, source, place, verified, note }) => ({
      heading: headingWords,
      text: words,
      source,
      title: titleOfSource(info, source),
      place,
      verified,
      ...(note && { note }),
    })),
    parameters: info.parameters.map((parameter) => ({ ...parameter, values: [...parameter.values] })),
    documents: [...info.documents],
    procedure: { ...procedure, steps: [...procedure.steps], remedies: [...procedure.remedies] },
    questions: info.questions.map(questionToWire),
    supposed: info.supposed.map(({ words }) => words),
    notes: [...info.notes],
    ends: [...info.ends],
    leaflet: [...info.leaflet],
  };
}

/** A pack's question as it crosses the wire. */
export function questionToWire({
  answer,
  ...question
}: Pack['info']['questions'][number]): BenefitPage['questions'][number] {
  return { ...question, answer: answer.kind === 'date' ? answer : { ...answer, options: [...answer.options] } };
}
