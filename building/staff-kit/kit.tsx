import type { ReactElement, ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { localeOf } from '../../values/language.ts';
import { useLanguage } from './language.ts';
import { Toasts } from './notice/toast.tsx';

/** Stands around every screen: the language of what the library says, and where notices appear. */
export function Kit({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <I18nProvider locale={localeOf(useLanguage())}>
      {children}
      <Toasts />
    </I18nProvider>
  );
}
