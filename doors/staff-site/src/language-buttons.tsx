import type { ReactElement } from 'react';
import { Button } from '../../../building/staff-kit/button/button.tsx';
import { chooseLanguage, useLanguage } from '../../../building/staff-kit/language.ts';
import { ownName } from '../../../values/language.ts';
import { languages } from '../../../values/words/made/languages.ts';

/** The other languages, each by its own name, as the families' pages offer them. */
export function LanguageButtons(): ReactElement {
  const now = useLanguage();
  return (
    <div className="languages">
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
    </div>
  );
}
