import type { ReactElement } from 'react';
import type { Localized } from '../../../values/language.ts';

/** One state of a component: shown on the page of examples, walked by keyboard and read by axe in the journey of the kit. */
export interface Example {
  readonly title: Localized;
  readonly Show: () => ReactElement;
}
