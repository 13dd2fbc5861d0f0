import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { readMessage, withLiterals } from '../../building/catalogue/message.ts';
import type { Written } from '../../building/catalogue/room.ts';

/** The tag of an invented language, as others name theirs. */
export const pseudo = 'qps-ploc';

const accented = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((plain, i) => [plain, [...'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'][i] ?? plain]),
);
const filler = 'ŵîðéŕ ';

/** `Save` is `⟦Šåṽé ŵî⟧`: accented, in brackets and two fifths longer. What holds no letter stays as it is. */
export function pseudoText(literal: string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(literal) ?? [];
  if (!/\p{L}/u.test(text)) return literal;
  const said = [...text].map((sign) => accented.get(sign.toLowerCase()) ?? sign).join('');
  const more = Math.ceil(text.length * 0.4);
  return `${before}⟦${said} ${filler
    .repeat(Math.ceil(more / filler.length))
    .slice(0, more)
    .trim()}⟧${after}`;
}

/** A room's words in the invented language: every piece of text changed, arguments and choices kept. */
export function pseudoWords(written: Written): Written {
  if (typeof written === 'string') return printAST(withLiterals(readMessage(written), pseudoText));
  if (Array.isArray(written)) return written.map(pseudoWords);
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, pseudoWords(value)]));
}

/** How the invented language calls itself. It writes days and numbers as Georgians do, so that nobody takes them for English. */
export const ownName = { language: '⟦Þšéûðö⟧', languageShort: '⟦Þš⟧', locale: 'ka' };
