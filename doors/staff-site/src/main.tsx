import './office.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { problemOf } from '../../../building/staff-kit/ask/api.ts';
import { Kit } from '../../../building/staff-kit/kit.tsx';
import { languageNow } from '../../../building/staff-kit/language.ts';
import { router } from './router.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Only a lost network is worth asking again by itself; a refusal stays a refusal.
      retry: (count, error) => problemOf(error)?.status === 0 && count < 3,
      networkMode: 'always',
      staleTime: 10_000,
    },
    mutations: { networkMode: 'always' },
  },
});

function Site(): ReactElement {
  return (
    <QueryClientProvider client={client}>
      <Suspense>
        <Kit>
          <RouterProvider router={router} context={{ client }} />
        </Kit>
      </Suspense>
    </QueryClientProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
document.documentElement.lang = languageNow();
createRoot(root).render(
  <StrictMode>
    <Site />
  </StrictMode>,
);
// The web font comes after the first paint, and only its slices that are shown: most machines have a Chinese font of their own.
void import('./fonts.css');
