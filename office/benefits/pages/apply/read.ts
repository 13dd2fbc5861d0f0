import type { Localized, Language } from '../../../../values/language.ts';
import type { Applying, Part } from '../../decide/application-under-way.ts';
import type { FormMistake } from '../../../../building/web-kit/typed/mistakes.tsx';
import type { TypedAccount } from '../../../families/typed/account.ts';
import type { TypedPerson } from '../../../families/typed/person.ts';
import { typedDate } from '../../../../building/web-kit/typed/date-input.tsx';
import { said } from '../../../../building/web-kit/say.ts';
import { anotherAccount } from '../../screens/family/apply/account.tsx';
import { anotherChild } from '../../screens/family/apply/who.tsx';
import { wordsIn } from '../../screens/family/words/made/all.ts';
import { checkAccount } from '../../../families/typed/account.ts';
import { checkPerson } from '../../../families/typed/person.ts';
import { readDivision } from '../../../../values/division.ts';
import { readId } from '../../../../values/id.ts';
import { applicantName, dependants, resultsOf } from '../../decide/application-under-way.ts';

/** A page of the form, read: what goes into the draft, or what is to be corrected, or another page that has to come first. */
export type ReadStep =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly FormMistake[] }
  | { readonly kind: 'another-child' };

const mistake = (field: string, words: string): ReadStep => ({ kind: 'mistakes', mistakes: [{ field, words }] });

/** Whom it is for, among those on record. */
export function readWho(form: URLSearchParams, applying: Applying, language: Language): ReadStep {
  const chosen = form.get('subject');
  if (chosen === anotherChild) return { kind: 'another-child' };
  const person = dependants(applying).find(({ id }) => id === chosen);
  if (person === undefined) return mistake('subject', wordsIn(language).apply.who.choose);
  return { kind: 'part', part: { subject: { id: person.id }, ...ownApplicant(applying) } };
}

/** Whoever is in the register applies as themselves. */
function ownApplicant({ acting }: Applying): Part {
  return acting.who === undefined ? {} : { applicant: { id: acting.who } };
}

/** What was typed about a person, as the families desk reads it. */
function typedPerson(form: URLSearchParams): TypedPerson {
  const { year, month, day } = typedDate('birth', Object.fromEntries(form));
  const birth = year === '' && month === '' && day === '' ? '' : `${year}-${month}-${day}`;
  return {
    name: form.get('name')?.trim() ?? '',
    birth,
    identity: form.get('identity')?.trim() ?? '',
  };
}

const blankLeftOut = ({ identity, ...person }: TypedPerson) => ({
  ...person,
  birth: person.birth ?? '',
  ...(identity === undefined || identity === '' ? {} : { identity }),
});

/** Faults of the families desk at the boxes of a page. */
function atFields(
  faults: readonly { readonly field: string; readonly words: Localized }[],
  language: Language,
): FormMistake[] {
  return faults.map(({ field, words }) => ({
    field: field === 'holderName' ? 'holder' : field,
    words: said(words, language),
  }));
}

/** A child who is not on record. */
export function readChild(form: URLSearchParams, applying: Applying, language: Language): ReadStep {
  const words = wordsIn(language).apply.child;
  const typed = typedPerson(form);
  const checked = checkPerson(typed, applying.today);
  const residence = applying.family?.residence.code ?? readDivision(form.get('residence') ?? '');
  const link = form.get('link');
  const mistakes = [
    ...(checked.kind === 'faults' ? atFields(checked.faults, language) : []),
    ...(residence === undefined ? [{ field: 'residence', words: words.emptyResidence }] : []),
    ...(link !== 'parent' && link !== 'guardian' ? [{ field: 'link', words: words.emptyLink }] : []),
  ];
  if (
    mistakes.length > 0 ||
    checked.kind === 'faults' ||
    residence === undefined ||
    (link !== 'parent' && link !== 'guardian')
  )
    return { kind: 'mistakes', mistakes };
  const enter = {
    ...blankLeftOut(typed),
    birth: checked.person.birth,
    name: checked.person.name,
    residence,
    link,
  } as const;
  return { kind: 'part', part: { subject: { enter }, ...ownApplicant(applying) } };
}

/** The applicant, whose phone is not on record. */
export function readYou(form: URLSearchParams, applying: Applying, language: Language): ReadStep {
  const typed = typedPerson(form);
  const checked = checkPerson(typed, applying.today);
  if (checked.kind === 'faults') return { kind: 'mistakes', mistakes: atFields(checked.faults, language) };
  const enter = { ...blankLeftOut(typed), birth: checked.person.birth, name: checked.person.name };
  return { kind: 'part', part: { applicant: { enter } } };
}

/** For which of the periods that have begun. */
export function readPeriod(form: URLSearchParams, applying: Applying, language: Language): ReadStep {
  const period = form.get('period');
  const known = resultsOf(applying).find((result) => result.period === period);
  if (known === undefined) return mistake('period', wordsIn(language).apply.period.choose);
  return { kind: 'part', part: { period: known.period } };
}

/** What was typed about an account. */
function typedAccount(form: URLSearchParams): TypedAccount {
  return {
    bank: form.get('bank')?.trim() ?? '',
    holderName: form.get('holder')?.trim() ?? '',
    number: form.get('number')?.trim() ?? '',
  };
}

/** Where the money goes: an account on record or a new one in the applicant's name. */
export function readAccount(form: URLSearchParams, applying: Applying, language: Language): ReadStep {
  const chosen = form.get('account');
  if (chosen !== anotherAccount) {
    const id = readId<'account'>(chosen ?? '');
    const known = applying.family?.accounts.find((account) => account.id === id);
    return known === undefined
      ? mistake('account', wordsIn(language).apply.account.choose)
      : { kind: 'part', part: { account: { id: known.id } } };
  }
  const typed = typedAccount(form);
  const checked = checkAccount(typed, applicantName(applying));
  if (checked.kind === 'faults') return { kind: 'mistakes', mistakes: atFields(checked.faults, language) };
  return { kind: 'part', part: { account: { enter: checked.account } } };
}
