import { type Example, tryExample } from './check/rule/check-examples.ts';
import { checkRule } from './check/rule/check-rule.ts';
import { nearest } from './check/tell/nearest.ts';
import { hasErrors, inReadingOrder, type Report, reportOn } from './check/tell/report.ts';
import { isSound, type KnownPolicies } from './check/rule/check-benefits.ts';
import type { CheckedBenefit, CheckedRule } from './check/rule/rule.ts';
import type { Pack } from './explain/evaluate.ts';
import { compileRule } from './explain/compile/program.ts';
import type { Finding } from './finding.ts';
import { readArticles } from './pack/articles.ts';
import type { Sources } from './pack/citation.ts';
import { readExamples, readTable } from './pack/examples.ts';
import { familiesOf, inheritable, procedureOf, questionsOf } from './pack/extend.ts';
import { type Asking, type ForFamilies, readFamilies, readQuestions, warnUnasked } from './pack/families.ts';
import { type FrontMatter, readFrontMatter } from './pack/text/front-matter.ts';
import type { FurtherLanguage } from './pack/text/further.ts';
import { type Document, type Fence, readMarkdown } from './pack/text/markdown.ts';
import type { Article, PackInfo, ParameterInfo, Procedure, Question, Source } from './pack/pack.ts';
import type { Period } from './pack/period.ts';
import { readDocuments, readProcedure } from './pack/procedure.ts';
import { readYaml } from './pack/text/yaml.ts';
import type { YamlNode } from './pack/text/yaml-node.ts';
import { type SourceText, sourceText } from './source-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A pack longer than this isn't one that people read. */
const mostCharacters = 1_000_000;

const onceOnly = ['rule', ...inheritable];
const fenceNames = [...onceOnly, 'examples', 'table'];

export interface PackText {
  /** As findings name it. */
  readonly file: string;
  readonly text: string;
  /** Names the text: a digest that the caller computes, since this part of the house does no hashing. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  /** Other policies that it may refer to, by their name; read them first (`readPacks` does). */
  readonly packs?: ReadonlyMap<string, Pack>;
  /** Names of all policies there are, the faulty among them; without it those of `packs`. */
  readonly named?: ReadonlySet<string>;
  /**
   * The caller knows that the examples came out before: of this text, with the same vocabulary, packs and engine. They are not run again.
   */
  readonly tried?: boolean;
  /** In which languages its words are wanted beside those it is written in. Its text, its digest and its answers stay what they are. */
  readonly further?: readonly FurtherLanguage[];
}

export type PackRead =
  | { readonly kind: 'pack'; readonly pack: Pack; readonly warnings: readonly Finding[] }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] };

/** Invisible signs that hide what a pack says: reported, and read as blanks. */
function withoutControls(
  source: SourceText,
  further: readonly FurtherLanguage[] | undefined,
): { source: SourceText; report: Report } {
  // Control characters but tab and line feed; marks that reverse the writing (they can make a rule read as another).
  const pattern = /(?![\t\n])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;
  const cleaned = { ...source, text: source.text.replaceAll(pattern, ' ') };
  const report = reportOn(cleaned, further);
  for (const match of source.text.matchAll(pattern)) {
    const sign = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    report.add('control-character', match.index, match.index + 1, { values: { sign } });
  }
  return { source: cleaned, report };
}

/** The fence of that name; a second one is reported, and so is none, unless it may be left out. */
function onlyFence(report: Report, fences: readonly Fence[], name: string, optional: boolean): Fence | undefined {
  const found = fences.filter(({ language }) => language === name);
  for (const { opening } of found.slice(1))
    report.add('doubled-fence', opening.start, opening.end, { values: { language: name } });
  if (found[0] === undefined && !optional) report.add('missing-fence', 0, 0, { values: { language: name } });
  return found[0];
}

function refuseUnknownFences(report: Report, fences: readonly Fence[]): void {
  for (const { language, opening } of fences) {
    if (fenceNames.includes(language)) continue;
    const values = { language, known: fenceNames.join(', ') };
    report.add('unknown-fence', opening.start, opening.end, { values, didYouMean: nearest(language, fenceNames) });
  }
}

const yamlOf = (report: Report, fence: Fence | undefined): YamlNode | undefined =>
  fence && readYaml(report, fence.start, fence.end);

function warnUncited(report: Report, sources: Sources, document: Document): void {
  const { start } = document.frontMatter ?? { start: 0 };
  for (const key of sources.byKey.keys())
    if (!sources.cited.has(key)) report.add('unused-source', start, start, { values: { source: key } });
}

function parameterInfo(rule: CheckedRule): readonly ParameterInfo[] {
  return [...rule.parameters.values()].map(({ name, type, values, words, law, verified }) => ({
    name,
    type,
    values: values.map(({ from, written, published }) => ({ from, value: written, ...(published && { published }) })),
    verified,
    ...(words && { words }),
    ...(law && { law: `${law.title} ${law.place}` }),
  }));
}

/** What was read of a pack, each part as far as it was sound. */
interface Parts {
  readonly front: FrontMatter | undefined;
  readonly periods: readonly Period[];
  readonly sources: readonly Source[];
  readonly articles: readonly Article[];
  readonly rule: CheckedRule | undefined;
  readonly documents: PackInfo['documents'];
  readonly procedure: Procedure | undefined;
  readonly questions: readonly Question[];
  readonly families: ForFamilies | undefined;
  readonly extended: string | undefined;
}

/** The policies that a pack may refer to, as the checker takes them. */
export function policiesOf(packs: PackText['packs'] = new Map(), named?: PackText['named']): KnownPolicies {
  const sound = [...packs].map(([policy, { info, rule, program }]) => {
    const benefit: CheckedBenefit = { policy, title: info.title, rule, periods: [...program.periods.values()] };
    return [policy, benefit] as const;
  });
  return { sound: new Map(sound), named: named ?? new Set(packs.keys()) };
}

function readParts(report: Report, document: Document, text: PackText): Parts {
  const { vocabulary } = text;
  const { frontMatter, fences, quotations } = document;
  const frontNode = frontMatter && readYaml(report, frontMatter.start, frontMatter.end);
  const { front, sources: byKey, periods, extension } = readFrontMatter(report, frontNode);
  const sources: Sources = { byKey, cited: new Set() };
  const policies = policiesOf(text.packs, text.named);
  if (extension) isSound(report, policies, extension.policy, extension.at);
  const extended = extension && text.packs?.get(extension.policy)?.info;
  refuseUnknownFences(report, fences);
  const fenceOf = (name: string): YamlNode | undefined =>
    yamlOf(report, onlyFence(report, fences, name, extension !== undefined && inheritable.has(name)));
  const rule = checkRule({ report, vocabulary, sources, periods, policies }, fenceOf('rule'));
  const documentsNode = fenceOf('documents');
  const documents = documentsNode || !extended ? readDocuments(report, documentsNode) : extended.documents;
  const procedureNode = fenceOf('procedure');
  const inherited = procedureNode === undefined && extended ? procedureOf(extended) : undefined;
  const procedure = inherited?.procedure ?? readProcedure(report, sources, procedureNode);
  const told = rule && readTold({ report, rule, vocabulary }, extended, fenceOf('questions'), fenceOf('families'));
  const at = told?.at ?? extension?.at;
  if (rule && told && at) warnUnasked(report, rule, [...told.questions, ...told.families.supposed], at);
  const articles = readArticles(report, sources, quotations);
  warnUncited(report, sources, document);
  return {
    front,
    periods,
    articles,
    rule,
    documents,
    procedure,
    sources: [...byKey.values(), ...(inherited?.sources ?? [])],
    questions: told?.questions ?? [],
    families: told?.families,
    extended: extension?.policy,
  };
}

/** What is asked of families and told to them; what the pack leaves out, the policy that it extends says. */
function readTold(
  asking: Asking,
  extended: PackInfo | undefined,
  questionsNode: YamlNode | undefined,
  familiesNode: YamlNode | undefined,
): { readonly questions: readonly Question[]; readonly families: ForFamilies; readonly at: YamlNode | undefined } {
  const { rule } = asking;
  const inherits = questionsNode === undefined && extended !== undefined;
  const questions = inherits ? questionsOf(rule, extended) : readQuestions(asking, questionsNode);
  const families = familiesNode || !extended ? readFamilies(asking, familiesNode) : familiesOf(rule, extended);
  return { questions, families, at: questionsNode };
}

function packOf(parts: Parts, { version, vocabulary }: PackText): Pack | undefined {
  const { front, rule, procedure, families, periods, extended } = parts;
  if (!front || !rule || !procedure || !families) return undefined;
  const info: PackInfo = {
    policy: front.policy,
    title: front.title,
    ...(extended !== undefined && { extends: extended }),
    summary: front.summary,
    version,
    division: front.division,
    periodKind: front.periodKind,
    periods: periods.map(({ text }) => text),
    subject: { name: rule.subject, words: front.subjectWords },
    sources: parts.sources,
    articles: parts.articles,
    parameters: parameterInfo(rule),
    documents: parts.documents,
    procedure,
    questions: parts.questions,
    ...families,
  };
  return { info, vocabulary, rule, program: compileRule(rule, periods) };
}

function readAllExamples(report: Report, subject: string, fences: readonly Fence[]): readonly Example[] {
  return fences.flatMap((fence) => {
    if (fence.language === 'examples') return readExamples(report, subject, fence);
    return fence.language === 'table' ? readTable(report, fence) : [];
  });
}

/** A rule that was never tried is not published: a pack has examples, and all of them come out as written. */
function tryExamples(report: Report, pack: Pack, fences: readonly Fence[]): void {
  const examples = readAllExamples(report, pack.rule.subject, fences);
  if (examples.length === 0) report.add('no-examples', 0, 0);
  for (const example of examples) tryExample({ report, pack }, example);
}

/**
 * Reads a policy pack: text in, a pack ready to explain out, or every fault at once, each at its place. Never throws on any text.
 * Examples are run when all else is sound, since a rule with a fault in it has no answers; all else is read and checked each time.
 */
export function readPack(input: PackText): PackRead {
  const raw = sourceText(input.file, input.text.length > mostCharacters ? '' : input.text);
  const { report } = withoutControls(raw, input.further);
  if (input.text.length > mostCharacters) {
    report.add('text-too-large', 0, 0, { values: { most: String(mostCharacters) } });
    return { kind: 'findings', findings: report.findings };
  }
  const document = readMarkdown(report);
  const parts = readParts(report, document, input);
  const pack = hasErrors(report.findings) ? undefined : packOf(parts, input);
  if (pack !== undefined && input.tried !== true) tryExamples(report, pack, document.fences);
  const findings = inReadingOrder(report.findings);
  if (pack === undefined || hasErrors(findings)) return { kind: 'findings', findings };
  return { kind: 'pack', pack, warnings: findings };
}
