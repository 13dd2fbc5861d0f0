import type { DeterminationWire } from '../../../contract/determination.ts';
import { Reasons } from '../../../../../building/web-kit/shown/reasons.tsx';
import { said, tidied } from '../../../../../building/web-kit/say.ts';
import type { Language } from '../../../../../values/language.ts';
import { wordsIn } from '../words/made/all.ts';

type Because = DeterminationWire['because'];
type Law = NonNullable<Because[number]['law']>;

/** `《某某办法》第二部分 · 已核对原文`: where a reason stands, and whether somebody compared it with the text. Laws keep their Chinese names. */
function LawWords({ law, language }: { law: Law; language: Language }) {
  const words = wordsIn(language).result;
  return (
    <>
      <span lang="zh-CN">{tidied(`${law.title}${law.place}`)}</span> ·{' '}
      {law.verified ? words.verified : words.unverified}
    </>
  );
}

/** Reasons with the article each rests on. */
export function Because({
  because,
  language,
  against = false,
}: {
  because: Because;
  language: Language;
  against?: boolean;
}) {
  const reasons = because.map((reason) => ({
    words: said(reason.words, language),
    ...(reason.law === undefined ? {} : { restsOn: <LawWords law={reason.law} language={language} /> }),
  }));
  return <Reasons reasons={reasons} against={against} />;
}
