import type { Words } from '../words/made/words.ts';

const hotline = '12345';

/** Every way to have it done with somebody, or on paper. */
export function HelpPage({ words }: { words: Words['help'] }) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <h2>{words.phone}</h2>
      <p>{words.phoneSays({ number: hotline })}</p>
      <p>
        <a class="button quiet wide" href={`tel:${hotline}`}>
          {words.phone} {hotline}
        </a>
      </p>
      <h2>{words.village}</h2>
      <p>{words.villageSays}</p>
      <h2>{words.township}</h2>
      <p>{words.townshipSays}</p>
      <h2>{words.paper}</h2>
      <p>{words.paperSays}</p>
      <h2>{words.reading}</h2>
      <p>{words.readingSays}</p>
      <div class="notice">
        <b>{words.scam}</b>
        <p>{words.scamSays}</p>
      </div>
    </>
  );
}
