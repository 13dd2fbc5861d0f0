import { NotInProfile } from '../value/not-in-profile.ts';
import { decimalText } from '../value/decimal.ts';
import { type FeelCall, strict } from './call.ts';
import { feelNull, isNull, wholeNumber } from '../value/null.ts';
import { isTemporal, temporalText } from '../value/temporal.ts';
import { asText, isFraction, isList, type Value } from '../../../rules/explain/compile/values.ts';

/** As FEEL's `string` writes it. */
function written(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint' || isFraction(value)) return decimalText(value);
  if (isTemporal(value)) return temporalText(value);
  throw new NotInProfile('text-of-a-list');
}

/** Places count characters, not code units. */
function substring(text: string, start: Value, length: Value | undefined): Value {
  const characters = [...text];
  const from = Number(wholeNumber(start));
  const count = length === undefined ? characters.length : Number(wholeNumber(length));
  if (from === 0 || Math.abs(from) > characters.length || count < 1) throw new NotInProfile('place-outside');
  const first = from > 0 ? from - 1 : characters.length + from;
  return characters.slice(first, first + count).join('');
}

function joined(list: Value, delimiter: Value): string {
  if (!isList(list)) throw new TypeError('A list was expected.');
  const texts = list.filter((item) => !isNull(item)).map(asText);
  return texts.join(isNull(delimiter) ? '' : asText(delimiter));
}

const ofTexts = (call: (a: string, b: string) => Value): FeelCall =>
  strict(([a = '', b = '']) => call(asText(a), asText(b)));

export const textCalls: Readonly<Record<string, FeelCall>> = {
  string: strict(([value = feelNull]) => written(value)),
  'string length': ofTexts((text) => BigInt([...text].length)),
  'upper case': ofTexts((text) => text.toUpperCase()),
  'lower case': ofTexts((text) => text.toLowerCase()),
  contains: ofTexts((text, match) => text.includes(match)),
  'starts with': ofTexts((text, match) => text.startsWith(match)),
  'ends with': ofTexts((text, match) => text.endsWith(match)),
  'substring before': ofTexts((text, match) => text.slice(0, Math.max(text.indexOf(match), 0))),
  'substring after': ofTexts((text, match) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '',
  ),
  substring: strict(([text = '', start = 1n, length]) => substring(asText(text), start, length)),
  'string join': ([list = feelNull, delimiter = feelNull]) => (isNull(list) ? feelNull : joined(list, delimiter)),
};
