import { base } from '../../../building/staff-kit/ask/base.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, NoSuchPage, Shell } from './shell.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Shell, notFoundComponent: NoSuchPage });

/** A text of the address; anything else is as if it were not there. */
function text(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [name in Name]?: string } => {
    const found: { [name in Name]?: string } = {};
    for (const name of names) {
      const value = text(search, name);
      if (value !== undefined) found[name] = value;
    }
    return found;
  };
}

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../../../office/benefits/screens/staff/lists/today.tsx'), 'TodayScreen'),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: texts('q', 'state', 'turn', 'division', 'policy', 'standing'),
  component: lazyRouteComponent(() => import('../../../office/benefits/screens/staff/lists/cases.tsx'), 'CasesScreen'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../../../office/benefits/screens/staff/file/case.tsx'), 'CaseScreen'),
});

const counter = createRoute({
  getParentRoute: () => root,
  path: '/counter',
  validateSearch: texts('q', 'purpose'),
  component: lazyRouteComponent(() => import('../../../office/families/screens/staff/counter.tsx'), 'CounterScreen'),
});

const newFamily = createRoute({
  getParentRoute: () => root,
  path: '/counter/new',
  validateSearch: texts('purpose'),
  component: lazyRouteComponent(
    () => import('../../../office/families/screens/staff/new-family.tsx'),
    'NewFamilyScreen',
  ),
});

const family = createRoute({
  getParentRoute: () => root,
  path: '/families/$id',
  validateSearch: texts('purpose', 'who'),
  component: lazyRouteComponent(() => import('./family-page.tsx'), 'FamilyPage'),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/families/$id/apply/$policy',
  validateSearch: texts('purpose', 'who'),
  component: lazyRouteComponent(() => import('../../../office/benefits/screens/staff/apply/apply.tsx'), 'ApplyScreen'),
});

const money = createRoute({
  getParentRoute: () => root,
  path: '/money',
  component: lazyRouteComponent(() => import('../../../office/payments/screens/staff/money.tsx'), 'MoneyScreen'),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: '/batches/$id',
  component: lazyRouteComponent(() => import('../../../office/payments/screens/staff/batch.tsx'), 'BatchScreen'),
});

const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  component: lazyRouteComponent(() => import('../../../office/payments/screens/staff/returns.tsx'), 'ReturnsScreen'),
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: texts('account', 'from', 'to'),
  component: lazyRouteComponent(() => import('../../../office/payments/screens/staff/ledger.tsx'), 'LedgerScreen'),
});

const looks = createRoute({
  getParentRoute: () => root,
  path: '/looks',
  validateSearch: texts('staff', 'from', 'until'),
  component: lazyRouteComponent(() => import('../../../office/oversight/screens/staff/looks.tsx'), 'LooksScreen'),
});

const told = createRoute({
  getParentRoute: () => root,
  path: '/told',
  component: lazyRouteComponent(() => import('../../../office/oversight/screens/staff/told.tsx'), 'ToldScreen'),
});

const province = createRoute({
  getParentRoute: () => root,
  path: '/province',
  validateSearch: texts('day'),
  component: lazyRouteComponent(() => import('../../../office/oversight/screens/staff/province.tsx'), 'ProvinceScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../../../office/staff/screens/staff/account.tsx'), 'AccountScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    cases,
    oneCase,
    counter,
    newFamily,
    family,
    apply,
    money,
    batch,
    returns,
    ledger,
    looks,
    told,
    province,
    account,
  ]),
  basepath: `${base}/office`,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: false,
  context: { client: undefined as never },
});

// Links in the desks' screens are checked against these routes, though no screen imports them.
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
