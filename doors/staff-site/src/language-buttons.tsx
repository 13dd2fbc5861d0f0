import type { ReactElement } from 'react';
import { Button } from '../../../building/staff-kit/button/button.tsx';
import { chooseLanguage, useLanguage, useWords } from '../../../building/staff-kit/language.ts';
import { ownName } from '../../../values/language.ts';
import { languages } from '../../../values/words/made/languages.ts';
import { load } from './words/made/load.ts';

/** The other languages, each by its own name, as the families' pages offer them. */
export function LanguageButtons(): ReactElement {
  const words = useWords(load);
  const now = useLanguage();
  return (
    <nav className="languages" aria-label={words.language}>
      {languages
        .filter((language) => language !== now)
        .map((language) => (
          <Button
            key={language}
            look="quiet"
            lang={language}
            aria-label={ownName(language).whole}
            press={() => void chooseLanguage(language)}
          >
            {ownName(language).short}
          </Button>
        ))}
    </nav>
  );
}
