import { lazyRouteComponent } from '@tanstack/react-router';
import { createContext, lazy, Suspense, use, type ComponentType, type ReactElement } from 'react';
import type { Address } from './address.ts';

/** A screen and the address that it stands at. It is loaded when somebody goes there. */
export interface Place {
  readonly at: Address;
  readonly screen: ReturnType<typeof lazyRouteComponent>;
}

/** What a desk shows on the staff site: `screens` of its `screens/staff/places.ts`, where the site finds it. */
export interface DeskScreens {
  readonly places?: readonly Place[];
  /** What it adds to pages of other desks. */
  readonly parts?: readonly Part[];
}

export function place<Screens, Name extends keyof Screens & string>(
  at: Address,
  load: () => Promise<Screens & Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Place {
  return { at, screen: lazyRouteComponent<Record<string, ComponentType>, Name>(load, name) };
}

/** A page that several desks have their part in; each part is handed the same. */
export interface PageOfParts<Props> {
  readonly page: string;
  /** Only a type: what a part is handed. */
  readonly hands?: Props;
}

/** A desk's part of a page. Lower orders come first; no two are alike. */
export interface Part {
  readonly page: string;
  readonly order: number;
  readonly shows: unknown;
}

export function part<Props extends object, Name extends string>(
  of: PageOfParts<Props>,
  order: number,
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): Part {
  return { page: of.page, order, shows: lazy(async () => ({ default: (await load())[name] })) };
}

/** The parts that all desks have introduced; the frame gives them. */
export const PartsContext = createContext<readonly Part[]>([]);

interface PartsProps<Props extends object> {
  readonly of: PageOfParts<Props>;
  readonly hands: Props;
}

/** The parts of a page, in their order; each comes when it is loaded. */
export function Parts<Props extends object>({ of: { page }, hands }: PartsProps<Props>): ReactElement {
  const parts = use(PartsContext)
    .filter((one) => one.page === page)
    .toSorted((a, b) => a.order - b.order);
  return (
    <>
      {parts.map(({ order, shows }) => {
        const OfDesk = shows as ComponentType<Props>;
        return (
          <Suspense key={order}>
            <OfDesk {...hands} />
          </Suspense>
        );
      })}
    </>
  );
}
