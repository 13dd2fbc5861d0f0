import type { Held } from '../column.ts';

/** What somebody asked of a column. Days and numbers as text, so that a view can be kept and an address can carry it. */
export type Asked =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'between'; readonly from: string; readonly until: string };

/** Whether nothing is asked after all. */
export function isEmpty(asked: Asked): boolean {
  switch (asked.kind) {
    case 'text':
      return asked.text.trim() === '';
    case 'some':
      return asked.ids.length === 0;
    case 'between':
      return asked.from === '' && asked.until === '';
  }
}

/** Whether what a row holds is what was asked for. */
export function passes(held: Held, asked: Asked): boolean {
  if (isEmpty(asked)) return true;
  if (held === undefined) return false;
  switch (asked.kind) {
    case 'text':
      return plain(String(held)).includes(plain(asked.text));
    case 'some':
      return asked.ids.includes(String(held));
    case 'between':
      return isBetween(held, asked.from, asked.until);
  }
}

/** Capitals, full-width letters and spaces make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

function isBetween(held: string | number, from: string, until: string): boolean {
  if (typeof held === 'number') return (from === '' || held >= Number(from)) && (until === '' || held <= Number(until));
  return (from === '' || held >= from) && (until === '' || held.slice(0, until.length) <= until);
}
