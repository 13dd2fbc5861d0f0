import type { Language } from '../../../../values/language.ts';
import type { MyRecord } from '../../contract/record.ts';
import { FactsList } from '../../../../building/web-kit/shown/facts-list.tsx';
import { said } from '../../../../building/web-kit/say.ts';
import { dayWords } from '../../../../values/day-words.ts';
import { wordsIn } from './words/made/all.ts';

type Family = NonNullable<MyRecord['family']>;

/** The people of a family and their accounts, as the register has them: a part of the page of its record. */
export function FamilyPeople({ family, language }: { family: Family; language: Language }) {
  const words = wordsIn(language).record;
  return (
    <>
      <h2>{words.people}</h2>
      {family.people.map((person) => (
        <section class="card">
          <h3>{person.name}</h3>
          <FactsList
            short
            rows={[
              { term: words.born, words: dayWords(person.birth, language) },
              ...(person.diedOn === undefined ? [] : [{ term: words.died, words: dayWords(person.diedOn, language) }]),
              ...(person.identity === undefined ? [] : [{ term: words.identity, words: person.identity }]),
              ...(person.phone === undefined ? [] : [{ term: words.phone, words: person.phone }]),
              ...(person.nationality === undefined
                ? []
                : [
                    {
                      term: words.nationality,
                      words: person.nationality === 'CN' ? words.nationalities.CN : person.nationality,
                    },
                  ]),
              { term: words.residence, words: said(person.residence.name, language) },
            ]}
          />
        </section>
      ))}
      {family.accounts.length === 0 ? null : (
        <>
          <h2>{words.accounts}</h2>
          <ul class="plain">
            {family.accounts.map((account) => (
              <li>{words.account({ bank: account.bank, last4: account.last4, holder: account.holderName })}</li>
            ))}
          </ul>
        </>
      )}
      <p class="small">{words.wrong}</p>
    </>
  );
}
