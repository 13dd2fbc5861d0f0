import type { Language } from '../../../../../values/language.ts';
import type { BenefitPage } from '../../../contract/benefit.ts';
import { photoKinds } from '../../../contract/photo.ts';
import type { ApplyFrame } from './form.tsx';
import { Button } from '../../../../../building/web-kit/shown/button.tsx';
import { mistakeAt } from '../../../../../building/web-kit/typed/mistakes.tsx';
import { PhotoField } from '../../../../../building/web-kit/typed/photo-field.tsx';
import { said } from '../../../../../building/web-kit/say.ts';
import { ApplyForm } from './form.tsx';
import { wordsIn } from '../words/made/all.ts';

export type Requirement = BenefitPage['documents'][number];

export interface GivenPhoto {
  readonly requirement: string;
  /** Where the reader sees their own photo; absent for what browsers don't show (HEIC, PDF). */
  readonly src?: string | undefined;
  readonly digest: string;
}

/** The photos of one document: those given, each with a way to take it away, and a box for more. */
export function RequirementPhotos({
  requirement,
  given,
  removeTo,
  mistake,
  language,
}: {
  requirement: Requirement;
  given: readonly GivenPhoto[];
  /** Where a photo is taken away; the digest is sent with it. */
  removeTo: string;
  mistake?: string | undefined;
  language: Language;
}) {
  const words = wordsIn(language).apply.photos;
  const name = said(requirement.name, language);
  const label = requirement.required ? name : words.optional({ name });
  return (
    <>
      <PhotoField
        id={requirement.key}
        label={given.length === 0 ? label : `${label} · ${words.given({ count: given.length })}`}
        hint={said(requirement.hint, language)}
        kinds={photoKinds}
        mistake={mistake}
        shrinking={words.shrinking}
      />
      {given.length === 0 ? null : (
        <ul class="photos">
          {given.map((photo, i) => (
            <li>
              {photo.src === undefined ? (
                <span class="no-picture small">{words.noPicture}</span>
              ) : (
                <img src={photo.src} alt="" loading="lazy" width="90" height="72" />
              )}
              <span class="small">{words.photo({ name, n: i + 1 })}</span>
              <Button
                look="plainly"
                to={removeTo}
                name="remove"
                value={`${photo.requirement}:${photo.digest}`}
                label={words.removeLabel({ name, n: i + 1 })}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export interface PhotosPageProps extends ApplyFrame {
  readonly requirements: readonly Requirement[];
  readonly given: readonly GivenPhoto[];
  /** Something required is missing: the reader may go on without it. */
  readonly mayGoOn: boolean;
}

/** Photos of the documents, taken in place. Those that were good stay when one was not. */
export function PhotosPage(props: PhotosPageProps) {
  const words = wordsIn(props.language).apply.photos;
  const later = props.mayGoOn ? (
    <Button look="plainly" name="later" value="yes">
      {words.later}
    </Button>
  ) : undefined;
  return (
    <ApplyForm {...props} title={words.title} lede={words.lede} multipart next={words.save} after={later}>
      {props.requirements.map((requirement) => (
        <RequirementPhotos
          requirement={requirement}
          given={props.given.filter((photo) => photo.requirement === requirement.key)}
          removeTo={props.action}
          mistake={mistakeAt(props.mistakes, requirement.key)}
          language={props.language}
        />
      ))}
    </ApplyForm>
  );
}
