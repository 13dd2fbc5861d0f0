import type { Day } from '../../../../../values/day.ts';
import type { Language } from '../../../../../values/language.ts';
import type { DeterminationWire } from '../../../contract/determination.ts';
import type { ApplyFrame } from './form.tsx';
import { Choice } from '../../../../../building/web-kit/typed/choice.tsx';
import { DateInput, type TypedDate } from '../../../../../building/web-kit/typed/date-input.tsx';
import { Field } from '../../../../../building/web-kit/typed/field.tsx';
import { mistakeAt } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { dayWords, periodWords } from '../../../../../values/day-words.ts';
import { Select, type SelectGroup } from '../../../../../building/web-kit/typed/select.tsx';
import { fenFromWire, shortYuanText } from '../../../../../values/fen.ts';
import { ApplyForm } from './form.tsx';
import { wordsIn } from '../words/made/all.ts';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly birth: Day;
  /** What the policy says of them for the present period. */
  readonly present: DeterminationWire;
}

/** The value of "another child" among the children on record. */
export const anotherChild = 'another';

/** Whom it is for: those on record are shown, not asked for again. */
export function WhoPage(props: ApplyFrame & { known: readonly KnownPerson[]; chosen?: string | undefined }) {
  const words = wordsIn(props.language).apply.who;
  const options = [
    ...props.known.map((person) => ({
      value: person.id,
      words: person.name,
      hint: `${words.born({ day: dayWords(person.birth, props.language) })} · ${presentWords(person.present, props.language)}`,
    })),
    { value: anotherChild, words: words.another, hint: words.anotherHint },
  ];
  return (
    <ApplyForm {...props} title={words.title} titleInForm>
      <Choice
        id="subject"
        legend={<h1>{words.title}</h1>}
        options={options}
        chosen={props.chosen}
        mistake={mistakeAt(props.mistakes, 'subject')}
      />
    </ApplyForm>
  );
}

/** What the policy says of one child, in a few words. */
function presentWords(present: DeterminationWire, language: Language): string {
  const words = wordsIn(language);
  const period = periodWords(present.period, language);
  if (present.outcome === 'eligible' && present.amountFen !== null)
    return words.apply.who.can({ period, yuan: shortYuanText(fenFromWire(present.amountFen)) });
  return present.outcome === 'not-eligible' ? words.apply.who.cannot({ period }) : words.apply.period.unknown;
}

/** What was typed about a person who is not on record yet. */
export interface TypedPerson {
  readonly name: string;
  readonly birth: TypedDate;
  readonly identity: string;
}

function PersonFields({
  typed,
  labels,
  frame,
}: {
  typed: TypedPerson;
  labels: { name: string; birth: string; identity: string; identityHint: string };
  frame: ApplyFrame;
}) {
  const { language, mistakes } = frame;
  const dateLabels = wordsIn(language).check;
  return (
    <>
      <Field id="name" label={labels.name} value={typed.name} mistake={mistakeAt(mistakes, 'name')} />
      <div class="field">
        <DateInput
          id="birth"
          legend={<b>{labels.birth}</b>}
          labels={{ year: dateLabels.year, month: dateLabels.month, day: dateLabels.day }}
          value={typed.birth}
          mistake={mistakeAt(mistakes, 'birth')}
        />
      </div>
      <Field
        id="identity"
        label={labels.identity}
        hint={labels.identityHint}
        value={typed.identity}
        mistake={mistakeAt(mistakes, 'identity')}
      />
    </>
  );
}

export interface ChildPageProps extends ApplyFrame {
  readonly typed: TypedPerson & { readonly residence: string; readonly link: string };
  /** Absent for a family on record: the child lives where the family does. */
  readonly villages?: readonly SelectGroup[] | undefined;
}

/** A child who is not on record yet. */
export function ChildPage(props: ChildPageProps) {
  const words = wordsIn(props.language).apply.child;
  const options = [
    { value: 'parent', words: words.parent },
    { value: 'guardian', words: words.guardian },
  ];
  return (
    <ApplyForm {...props} title={words.title} lede={words.lede}>
      <PersonFields typed={props.typed} labels={words} frame={props} />
      {props.villages === undefined ? null : (
        <Select
          id="residence"
          label={words.residence}
          hint={words.residenceHint}
          nothing={words.chooseResidence}
          groups={props.villages}
          chosen={props.typed.residence}
          mistake={mistakeAt(props.mistakes, 'residence')}
        />
      )}
      <div class="field">
        <Choice
          id="link"
          legend={<b>{words.link}</b>}
          options={options}
          chosen={props.typed.link}
          mistake={mistakeAt(props.mistakes, 'link')}
        />
      </div>
    </ApplyForm>
  );
}

/** The applicant, whose phone is not on record yet. */
export function YouPage(props: ApplyFrame & { typed: TypedPerson }) {
  const words = wordsIn(props.language).apply.you;
  return (
    <ApplyForm {...props} title={words.title} lede={words.lede}>
      <PersonFields typed={props.typed} labels={words} frame={props} />
    </ApplyForm>
  );
}
