import { z } from 'zod';
import { staffWrites } from '../../hall/contract/problem.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A photo that was uploaded, for one document of the pack. */
export const photo = z.object({
  requirement: z.string().max(60),
  digest: sha256,
  /** As the desk found it when the photo came (`POST /api/office/photos`), never as a browser claims. */
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf']),
  sizeBytes: z.number().int().positive(),
});

/** What a field for photos takes (`accept`). JPEG stands first: an iPhone or a Mac that has a HEIC then hands over a JPEG. */
export const photoKinds = 'image/jpeg,image/png,application/pdf';

/** `POST /api/office/photos` (multipart, field `photo`) */
export const photoStored = photo.omit({ requirement: true });

export const photoProblems = [
  ...staffWrites,
  'no-photo',
  'not-an-image',
  'too-large',
  'too-many-pixels',
  'damaged',
] as const;

export type Photo = z.infer<typeof photo>;
