/**
 * A heading that breaks between phrases, never inside one: `有一项可以领，|一项还差一个问题` marks the places with `|`.
 * The words stay one sentence for a screen reader.
 */
export function Phrases({ text }: { text: string }) {
  const parts = text.split('|');
  if (parts.length === 1) return <>{text}</>;
  return (
    <>
      {parts.map((part) => (
        <span class="phrase">{part}</span>
      ))}
    </>
  );
}

/** The words without the marks: for titles and places where a line can't break. */
export function withoutMarks(text: string): string {
  return text.replaceAll('|', '');
}
