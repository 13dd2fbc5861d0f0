import { ButtonLink } from '../../../building/web-kit/shown/button.tsx';
import { DoorsList } from '../../../building/web-kit/shown/doors-list.tsx';
import type { Words } from '../words/made/words.ts';

const ways = [
  { href: '/track', key: 'track' },
  { href: '/my/payments', key: 'payments' },
  { href: '/my', key: 'mine' },
  { href: '/my/record', key: 'record' },
  { href: '/disagree', key: 'disagree' },
  { href: '/help', key: 'help' },
] as const;

/** The first page: whose office this is, the one thing most come for, and the other ways in. */
export function StartPage({ words, county }: { words: Words['start']; county: string }) {
  return (
    <>
      <h1>
        <span class="over">{words.over({ county })}</span>
        {words.title}
      </h1>
      <p class="lede">{words.lede}</p>
      <p>
        <ButtonLink href="/check" wide>
          {words.begin}
        </ButtonLink>
      </p>
      <DoorsList ways={ways.map(({ href, key }) => ({ href, ...words.ways[key] }))} />
      <p class="small after-doors">{words.paper}</p>
    </>
  );
}
