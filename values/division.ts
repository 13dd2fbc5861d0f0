declare const divisionBrand: unique symbol;
declare const countyBrand: unique symbol;
declare const provinceBrand: unique symbol;

/** A 12-digit division code, 2+2+2+3+3 (GB/T 2260 and GB/T 10114): province, city, county, township, village. */
export type Division = string & { readonly [divisionBrand]: true };

/** The six digits of a county: the first key of every table that grows. */
export type County = string & { readonly [countyBrand]: true };

/** The six digits of a province, `990000`: below them stand its own staff and their sign-ins, never a family. */
export type Province = string & { readonly [provinceBrand]: true };

/** Whom a sign-in belongs to. */
export type Authority = County | Province;

export type DivisionLevel = 'country' | 'province' | 'city' | 'county' | 'township' | 'village';

export function readDivision(text: string): Division | undefined {
  return /^\d{12}$/.test(text) ? (text as Division) : undefined;
}

export function division(text: string): Division {
  const read = readDivision(text);
  if (read === undefined) throw new Error(`Not a division code of 12 digits: ${text}`);
  return read;
}

const significantDigits: Record<DivisionLevel, number> = {
  country: 0,
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

export function levelOf(code: Division): DivisionLevel {
  if (code.slice(9) !== '000') return 'village';
  if (code.slice(6, 9) !== '000') return 'township';
  if (code.slice(4, 6) !== '00') return 'county';
  if (code.slice(2, 4) !== '00') return 'city';
  return code.slice(0, 2) === '00' ? 'country' : 'province';
}

/** The digits that all divisions within share: `990101101` for a township. */
export function prefixOf(code: Division): string {
  return code.slice(0, significantDigits[levelOf(code)]);
}

/** Whether `inner` is `outer` or lies within it. */
export function contains(outer: Division, inner: Division): boolean {
  return inner.startsWith(prefixOf(outer));
}

/** First and last code within, for range scans that an index and a row-level policy can use. */
export function rangeOf(code: Division): { from: Division; to: Division } {
  const prefix = prefixOf(code);
  return { from: prefix.padEnd(12, '0') as Division, to: prefix.padEnd(12, '9') as Division };
}

/** Whether a county or province is invented: no province of China has the code 98 or 99 (GB/T 2260). */
export function isInvented(of: Authority): boolean {
  return /^9[89]/.test(of);
}

/** Reads the six digits of a province; undefined for those of a county or city. */
export function readProvince(code: string): Province | undefined {
  return /^(?!00)\d{2}0000$/.test(code) ? (code as Province) : undefined;
}

/** The first and last code that a county of this province can have. */
export function countiesOf(province: Province): { readonly from: County; readonly to: County } {
  const prefix = province.slice(0, 2);
  return { from: `${prefix}0000` as County, to: `${prefix}9999` as County };
}

export function countyOf(code: Division): County {
  return code.slice(0, 6) as County;
}

/** The division of the given level that contains `code`. */
export function ancestorOf(code: Division, level: DivisionLevel): Division {
  return code.slice(0, significantDigits[level]).padEnd(12, '0') as Division;
}
