/** A photo or scan that may be kept, upright and without a word of where, when and with what it was taken. */
export interface CheckedImage {
  readonly kind: 'image';
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly bytes: Buffer;
}

/**
 * Why a file is refused; each has its own sentence. `damaged`: it begins as an image and does not hold together, as after a broken upload.
 */
export type NotAnImage = 'not-an-image' | 'too-large' | 'too-many-pixels' | 'damaged';
