import type { Words } from '../words/made/words.ts';

const hotline = '12345';

/** How to say that something is wrong, from asking at the counter to the legal remedy, each with its law. */
export function DisagreePage({ words }: { words: Words['disagree'] }) {
  const ways = [
    { name: words.ask, says: words.askSays({ number: hotline }) },
    { name: words.review, says: words.reviewSays, law: words.reviewLaw },
    { name: words.silence, says: words.silenceSays, law: words.silenceLaw },
    { name: words.complain, says: words.complainSays, law: words.complainLaw },
    { name: words.record, says: words.recordSays, law: words.recordLaw },
  ];
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      {ways.map((way) => (
        <section>
          <h2>{way.name}</h2>
          <p>
            {way.says}
            {way.law === undefined ? null : <span class="law">{way.law}</span>}
          </p>
        </section>
      ))}
      <p class="links">
        <a href="/my">{words.mine}</a>
      </p>
    </>
  );
}
