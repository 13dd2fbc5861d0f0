import type { ReactElement } from 'react';

/** A chart that was drawn by building/charts: its words are made safe there. */
export function Chart({ markup }: { readonly markup: string }): ReactElement {
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}
