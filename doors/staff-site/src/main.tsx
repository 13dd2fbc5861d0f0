import './office.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, Suspense, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { problemOf } from '../../../building/staff-kit/ask/api.ts';
import { languageNow, useLanguage } from '../../../building/staff-kit/language.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

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

/** The server puts a fresh nonce into the page; styles that Ant Design writes at run time carry it. */
function nonceOfPage(): { csp?: { nonce: string } } {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return nonce === undefined || nonce === '' ? {} : { csp: { nonce } };
}

function Site(): ReactElement {
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      {...(language === 'en' ? {} : { locale: zhCN })}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...nonceOfPage()}
    >
      <QueryClientProvider client={client}>
        <Suspense>
          <RouterProvider router={router} context={{ client }} />
        </Suspense>
      </QueryClientProvider>
    </ConfigProvider>
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
