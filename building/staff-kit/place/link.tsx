import { Link as RouterLink, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, type AnchorHTMLAttributes, type ReactElement } from 'react';
import { type Address, type Leading, type ParamsOf, readSearch, type SearchOf } from './address.ts';

interface Anchor extends Pick<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  'className' | 'children' | 'onClick' | 'aria-label'
> {
  readonly 'data-row-link'?: string;
  /** Not loaded before it is followed: looking at some things is logged. */
  readonly preload?: false;
}

type Props<Path extends string, Asked extends string> = Anchor &
  Leading<Path, Asked> & {
    readonly at: Address<Path, Asked>;
  };

/** Plain for the router, which does not know the addresses: they were checked where they are named. */
function leadingTo(at: Address, params: Texts | undefined, search: Texts | undefined) {
  return { to: at.path, params: params ?? {}, search: search ?? {} };
}

type Texts = Readonly<Record<string, string | undefined>>;

interface Loose extends Anchor {
  readonly at: Address;
  readonly params?: Texts;
  readonly search?: Texts;
}

/** Leads to an address of the site. */
export function Link<Path extends string, Asked extends string>(props: Props<Path, Asked>): ReactElement;
export function Link({ at, params, search, ...anchor }: Loose): ReactElement {
  return <RouterLink {...anchor} {...leadingTo(at, params, search)} />;
}

/** Goes to an address, as a link does. */
export function useGo(): <Path extends string, Asked extends string>(
  at: Address<Path, Asked>,
  leading: Leading<Path, Asked> & { readonly replace?: boolean },
) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    (at, { params, search, replace = false }) => navigate({ ...leadingTo(at, params, search), replace }),
    [navigate],
  );
}

/** What the address of the page says, of the address that its screen stands at. */
export function useHere<Path extends string, Asked extends string>(
  at: Address<Path, Asked>,
): { readonly params: ParamsOf<Path>; readonly search: SearchOf<Asked> } {
  const params: unknown = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return { params: params as ParamsOf<Path>, search: useMemo(() => readSearch(at, search), [at, search]) };
}

/** An address as it was kept, with all that was asked there (a list that a row was opened from), else where a desk's list begins. */
export function useKeptAddress(kept: string, otherwise: Address): { readonly href: string; readonly go: () => void } {
  const router = useRouter();
  const href = kept === '' ? router.buildLocation({ to: otherwise.path }).publicHref : kept;
  return { href, go: () => router.history.push(href) };
}
