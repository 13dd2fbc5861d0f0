import '../src/office.css';
import '../src/fonts.css';
import './examples.css';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Example } from '../../../building/staff-kit/examples/example.ts';
import { ExamplesPage } from '../../../building/staff-kit/examples/examples-page.tsx';
import { languageNow } from '../../../building/staff-kit/language.ts';
import { Kit } from '../../../building/staff-kit/kit.tsx';
import { browserViews, ViewsContext } from '../../../building/staff-kit/table/views/kept-views.ts';

// Served in development alone: the build starts from index.html, which leads nowhere near.
const found = import.meta.glob<{ readonly examples: readonly Example[] }>(
  '../../../building/staff-kit/**/*.examples.tsx',
  {
    eager: true,
  },
);
const wanted = new URLSearchParams(window.location.search).get('only');
const groups = Object.entries(found)
  .map(([path, { examples }]) => [/([\w-]+)\.examples\.tsx$/.exec(path)?.[1] ?? path, examples] as const)
  .filter(([name]) => wanted === null || name === wanted);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
document.documentElement.lang = languageNow();
createRoot(root).render(
  <StrictMode>
    <ViewsContext value={browserViews('example', window.localStorage)}>
      <Suspense>
        <Kit>
          <ExamplesPage groups={groups} />
        </Kit>
      </Suspense>
    </ViewsContext>
  </StrictMode>,
);
