import type { VNode } from 'preact';
import type { PageAssets } from '../../../building/web-kit/assets.ts';
import { type Localized, ownName } from '../../../values/language.ts';
import { languages } from '../../../values/words/made/languages.ts';
import { htmlOf } from '../../../building/web-kit/page/document.tsx';
import { withoutMarks } from '../../../building/web-kit/shown/phrases.tsx';
import { said } from '../../../building/web-kit/say.ts';
import { Shell, type Way } from '../../../building/web-kit/page/shell.tsx';
import { Mark } from './mark.tsx';
import { type Reader, withWay } from './reader.ts';
import { wordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

/** What a page is made of, besides its frame. */
export interface Page {
  readonly title: string;
  readonly body: VNode;
  readonly description?: string;
  /** A wider column, for tables. */
  readonly broad?: boolean;
}

/** What every page of the site stands on. */
export interface Frame {
  readonly assets: PageAssets;
  readonly county: Localized;
  /** The people are invented: every page says so. */
  readonly sample: boolean;
}

/** The whole page as text. */
export function pageOf(page: Page, reader: Reader, frame: Frame): string {
  const { language, large } = reader;
  const words = wordsIn(language);
  const county = said(frame.county, language);
  const title = withoutMarks(page.title);
  return htmlOf({
    language,
    large,
    title: county === '' ? words.titled({ page: title }) : words.titledOf({ page: title, county }),
    description: page.description,
    broad: page.broad ?? false,
    assets: frame.assets,
    children: (
      <Shell
        mark={<Mark />}
        name={words.name}
        place={county === '' ? words.place : words.placeOf({ county })}
        home={{ href: '/', label: words.home }}
        skip={words.skip}
        ways={waysOf(reader, words)}
        waysLabel={words.ways}
        more={
          large ? (
            <button type="button" data-listen hidden>
              {words.listen}
            </button>
          ) : undefined
        }
        foot={<Foot words={words} sample={frame.sample} />}
      >
        {page.body}
      </Shell>
    ),
  });
}

function waysOf({ path, language, large, signedIn }: Reader, words: Words): readonly Way[] {
  const others = languages.filter((other) => other !== language);
  return [
    large
      ? { href: withWay(path, 'size', 'usual'), words: words.usual, label: words.usualLabel }
      : { href: withWay(path, 'size', 'large'), words: words.large, label: words.largeLabel },
    ...others.map((other) => ({
      href: withWay(path, 'lang', other),
      words: ownName(other).short,
      label: ownName(other).whole,
      language: other,
    })),
    signedIn ? { href: '/my', words: words.mine, label: words.mineLabel } : { href: '/sign-in', words: words.signIn },
  ];
}

function Foot({ words, sample }: { words: Words; sample: boolean }) {
  return (
    <>
      {sample ? <p>{words.foot.sample}</p> : null}
      <p>
        {words.foot.stuckBefore}
        <a href="tel:12345">12345</a>
        {words.foot.stuckAfter}
      </p>
      <nav aria-label={words.foot.label}>
        <a href="/kept">{words.foot.held}</a>
        <a href="/open">{words.foot.open}</a>
        <a href="/help">{words.foot.help}</a>
        <a href="/disagree">{words.foot.disagree}</a>
      </nav>
    </>
  );
}
