import type { ReactElement } from 'react';
import { words as names } from '../../../values/words/made/all.ts';
import { languages } from '../../../values/words/made/languages.ts';
import { Button } from '../button/button.tsx';
import { chooseLanguage, useSay } from '../language.ts';
import { Card } from '../layout/page.tsx';
import type { Example } from './example.ts';

interface Props {
  /** By the name of their component. */
  readonly groups: readonly (readonly [string, readonly Example[]])[];
}

/** Every component in each of its states. */
export function ExamplesPage({ groups }: Props): ReactElement {
  const say = useSay();
  return (
    <main className="content examples">
      <div className="bar">
        <h1>{say({ 'zh-CN': '控件样例', en: 'The kit, by example' })}</h1>
        <div className="bar-end">
          {languages.map((language) => (
            <Button key={language} small lang={language} press={() => void chooseLanguage(language)}>
              {names[language].language}
            </Button>
          ))}
        </div>
      </div>
      {groups.map(([name, examples]) => (
        <section key={name} id={name} aria-labelledby={`${name}-title`}>
          <h2 id={`${name}-title`}>{name}</h2>
          {examples.map(({ title, Show }) => (
            <Card key={title.en} title={say(title)}>
              <Show />
            </Card>
          ))}
        </section>
      ))}
    </main>
  );
}
