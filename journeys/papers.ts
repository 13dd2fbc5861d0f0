import type { Day } from '../values/day.ts';
import { checkDigitOf } from '../values/resident-id.ts';
import { samplePicture } from '../sample-county/pictures/pictures.ts';

// What people bring along.

/** A photo as a browser uploads it; another number, another photo. */
export function photo(n: number): { name: string; mimeType: string; buffer: Buffer } {
  return { name: `${n}.png`, mimeType: 'image/png', buffer: samplePicture(500 + n) };
}

/** An identity number of the invented county, right in every digit, that nobody in the sample has. `order` is its 15th to 17th digit. */
export function identityNumber(birth: Day, order = '777'): string {
  const first17 = `990101${birth.replaceAll('-', '')}${order}`;
  return `${first17}${checkDigitOf(first17)}`;
}

/** The same number with its last digit miscopied. */
export function miscopied(identity: string): string {
  return `${identity.slice(0, -1)}${identity.endsWith('0') ? '1' : '0'}`;
}
