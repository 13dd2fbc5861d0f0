import type { Language } from '../../../../../values/language.ts';
import { ButtonLink } from '../../../../../building/web-kit/shown/button.tsx';
import { followHref } from '../follow/receipt.tsx';
import { wordsIn } from '../words/made/all.ts';

/** There is a live case for this child and period already: nothing new was made. */
export function LivePage({ language, receipt }: { language: Language; receipt: string | undefined }) {
  const words = wordsIn(language).apply.live;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{receipt === undefined ? words.elsewhere : words.says({ receipt })}</p>
      {receipt === undefined ? null : (
        <ButtonLink href={followHref(receipt)} wide>
          {words.see}
        </ButtonLink>
      )}
    </>
  );
}
