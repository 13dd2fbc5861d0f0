import type { Localized, Language } from '../../../../values/language.ts';
import type { MyLooks } from '../../contract/looks.ts';
import type { MyRecord } from '../../../families/contract/record.ts';
import { FamilyPeople } from '../../../families/screens/family/people.tsx';
import { instantWords, said } from '../../../../building/web-kit/say.ts';
import { wordsIn } from './words/made/all.ts';

export interface RecordProps {
  readonly language: Language;
  readonly record: MyRecord;
  readonly looks: MyLooks;
}

/** What the office holds of a family, why, and who looked at it: all of it, to print and take along. */
export function RecordPage({ language, record, looks }: RecordProps) {
  const words = wordsIn(language).record;
  return (
    <>
      <a class="back" href="/my">
        ‹ {words.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <h2 id="looks">{words.looks}</h2>
      <Looks looks={looks} language={language} />
      {record.family === undefined ? (
        <p>{words.nothing}</p>
      ) : (
        <FamilyPeople family={record.family} language={language} />
      )}
      <h2>{words.held}</h2>
      <p>{words.heldSays}</p>
      <details>
        <summary>{words.heldOpen}</summary>
        <Held fields={record.fields} language={language} />
      </details>
      <h2 class="screen-only">{words.copy}</h2>
      <p class="screen-only">
        {words.copySays}{' '}
        <button class="button quiet" type="button" data-print hidden>
          {words.print}
        </button>
      </p>
    </>
  );
}

/** The register of fields, for everyone: what is kept of families, why, and on which law. */
export function KeptPage({ language, fields }: { language: Language; fields: MyRecord['fields'] }) {
  const words = wordsIn(language).record;
  return (
    <>
      <h1>{words.held}</h1>
      <p class="lede">{words.heldSays}</p>
      <p>{words.never}</p>
      <Held fields={fields} language={language} />
    </>
  );
}

function Looks({ looks, language }: { looks: MyLooks; language: Language }) {
  const words = wordsIn(language).record;
  if (looks.looks.length === 0) return <p>{words.noLooks}</p>;
  return (
    <>
      <ol class="looks">
        {looks.looks.map((look) => (
          <li>
            <b>{lookerWords(look, language)}</b>
            <span class="small">{instantWords(look.at, language)}</span>
            <span>{words.looked({ what: said(look.what, language), purpose: said(look.purpose, language) })}</span>
          </li>
        ))}
      </ol>
      <p class="links screen-only">
        {looks.next === undefined ? null : (
          <a href={`/my/record?after=${encodeURIComponent(looks.next)}#looks`}>{words.moreLooks}</a>
        )}
        <a href="/disagree">{words.ask}</a>
      </p>
    </>
  );
}

function lookerWords({ who, office, dutyWords }: MyLooks['looks'][number], language: Language): string {
  const words = wordsIn(language).record;
  const at = { who, office: said(office, language) };
  return dutyWords === undefined ? words.looker(at) : words.lookerByDuty({ ...at, duty: said(dutyWords, language) });
}

type Field = MyRecord['fields'][number];

interface Purpose {
  readonly purpose: Field['purpose'];
  readonly items: readonly Localized[];
  readonly bases: readonly Localized[];
}

/** Each purpose once, with everything that is kept for it and the law it rests on. */
function byPurpose(fields: readonly Field[]): readonly Purpose[] {
  const purposes = [...new Map(fields.map(({ purpose }) => [purpose['zh-CN'], purpose])).values()];
  const once = (all: readonly Localized[]): readonly Localized[] => [
    ...new Map(all.map((words) => [words['zh-CN'], words])).values(),
  ];
  return purposes.map((purpose) => {
    const serving = fields.filter((field) => field.purpose['zh-CN'] === purpose['zh-CN']);
    return {
      purpose,
      items: once(serving.map(({ words }) => words)),
      bases: once(serving.map(({ basis }) => basis)),
    };
  });
}

function Held({ fields, language }: { fields: readonly Field[]; language: Language }) {
  const words = wordsIn(language).record;
  return (
    <dl class="held">
      {byPurpose(fields).map(({ purpose, items, bases }) => (
        <div>
          <dt>{said(purpose, language)}</dt>
          <dd>{items.map((item) => said(item, language)).join(words.betweenItems)}</dd>
          {bases.map((basis) => (
            <dd class="law">{said(basis, language)}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
