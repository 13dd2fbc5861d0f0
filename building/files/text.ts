/** How the bytes of a text file were written. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: TextEncoding }
  | { readonly kind: 'refused'; readonly why: 'not-text' };

/**
 * Reads the bytes of a CSV as people's programs write them: a byte order mark decides; else strict UTF-8; else GB 18030 (Chinese
 * spreadsheets and banks). Nothing is guessed further, and no byte is replaced.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const encoding of candidates(bytes)) {
    const text = decoded(bytes, encoding);
    // A NUL is in no text: this is a spreadsheet, an archive or an image.
    if (text !== undefined && !text.includes('\0')) return { kind: 'text', text, encoding };
  }
  return { kind: 'refused', why: 'not-text' };
}

function candidates(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8'];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  return ['utf-8', 'gb18030'];
}

/** The text without its byte order mark, or undefined where a byte fits no character. */
function decoded(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
