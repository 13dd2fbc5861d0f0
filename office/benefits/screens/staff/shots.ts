import type { z } from 'zod';
import type { photo } from '../../contract/photo.ts';

/** A photo that the server has stored, with what the screen needs to show it again. */
export interface Shot extends z.infer<typeof photo> {
  /** Absent where the browser has no picture of it. */
  readonly preview: string | undefined;
  readonly fileName: string;
}

/** The photos as the desk takes them. */
export function photosOf(shots: readonly Shot[]): z.infer<typeof photo>[] {
  return shots.map(({ requirement, digest, mediaType, sizeBytes }) => ({ requirement, digest, mediaType, sizeBytes }));
}
