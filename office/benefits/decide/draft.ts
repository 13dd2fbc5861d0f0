import type { Application } from '../contract/apply.ts';
import type { Photo } from '../contract/photo.ts';

/** What a draft becomes: an application, or the answer to a correction notice. */
export type DraftKind = 'application' | 'correction';

/** What every draft has: photos, each under the document that it is of. */
export interface WithPhotos {
  readonly photos: readonly Photo[];
}

/** What a family has answered so far; the missing parts are the pages still to come. */
export interface DraftBody
  extends WithPhotos, Partial<Pick<Application, 'period' | 'subject' | 'applicant' | 'account'>> {
  readonly policy: string;
  /** Of the form that hands it in: handed in twice, it is one case. */
  readonly submissionKey: string;
  readonly answers: Application['answers'];
}

/** What a family has photographed for the correction of a case; what it explains goes with the form. */
export interface CorrectionBody extends WithPhotos {
  readonly receipt: string;
}

export interface Draft<Body extends WithPhotos = DraftBody> {
  readonly id: string;
  readonly kind: DraftKind;
  readonly body: Body;
  readonly updatedAt: Date;
}

/** Which page of the form is still to be filled in. */
export type DraftPart = 'period' | 'subject' | 'applicant' | 'account';

/** The application that a draft holds once every page of the form is filled in, or the first page that is not. */
export function completed(
  body: DraftBody,
): { kind: 'complete'; application: Application } | { kind: 'not-complete'; part: DraftPart } {
  const { period, subject, applicant, account, photos } = body;
  if (period === undefined) return { kind: 'not-complete', part: 'period' };
  if (subject === undefined) return { kind: 'not-complete', part: 'subject' };
  if (applicant === undefined) return { kind: 'not-complete', part: 'applicant' };
  if (account === undefined) return { kind: 'not-complete', part: 'account' };
  return { kind: 'complete', application: { ...body, period, subject, applicant, account, photos: [...photos] } };
}
