import { ButtonLink } from '../../../building/web-kit/shown/button.tsx';
import { DoorsList } from '../../../building/web-kit/shown/doors-list.tsx';
import type { Words } from '../words.ts';

/** The first page: whose office this is, the one thing most come for, and the other ways in. */
export function StartPage({ words, county }: { words: Words['start']; county: string }) {
  return (
    <>
      <h1>
        <span class="over">{words.over(county)}</span>
        {words.title}
      </h1>
      <p class="lede">{words.lede}</p>
      <p>
        <ButtonLink href="/check" wide>
          {words.begin}
        </ButtonLink>
      </p>
      <DoorsList ways={words.ways} />
      <p class="small after-doors">{words.paper}</p>
    </>
  );
}
