import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { base } from '../../../building/staff-kit/ask/base.ts';
import { readSearch } from '../../../building/staff-kit/place/address.ts';
import { places } from './desks.ts';
import { BrokenPage, NoSuchPage, Shell } from './shell.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Shell, notFoundComponent: NoSuchPage });

const routes = places.map(({ at, screen }) =>
  createRoute({
    getParentRoute: () => root,
    path: at.path,
    validateSearch: (search: Record<string, unknown>) => readSearch(at, search),
    component: screen,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: `${base}/office`,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: false,
  context: { client: undefined as never },
});
