import type { Pack } from '../../../rules/explain/evaluate.ts';
import { titleOfSource } from '../case/letter.ts';
import type { BenefitLine, BenefitPage } from '../contract/benefit.ts';

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
