import { base } from '../../../building/staff-kit/ask/base.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Me } from '../../../office/staff/contract/sign-in.ts';
import { Button } from '../../../building/staff-kit/button/button.tsx';
import { problemOf, write } from '../../../building/staff-kit/ask/api.ts';
import { useKeys } from '../../../building/staff-kit/keys/keys.ts';
import { useLanguage, useSay, useWords } from '../../../building/staff-kit/language.ts';
import { Skeleton } from '../../../building/staff-kit/notice/skeleton.tsx';
import { ProblemNote } from '../../../building/staff-kit/notice/problem-note.tsx';
import { useReach } from '../../../building/staff-kit/ask/reach.ts';
import { PartsContext } from '../../../building/staff-kit/place/screens.tsx';
import { browserViews, ViewsContext } from '../../../building/staff-kit/table/views/kept-views.ts';
import { meQuery } from '../../../office/staff/screens/staff/session.ts';
import { dayText } from '../../../building/staff-kit/date/when.ts';
import { partsOf, weekdayOf } from '../../../values/day.ts';
import { parts } from './desks.ts';
import { KeyTable } from './key-table.tsx';
import { LanguageButtons } from './language-buttons.tsx';
import { SignInAgain, SignInPage, useSignedIn } from './signing-in.tsx';
import { load } from './words/made/load.ts';

/** The frame around every screen; asks first who is there. */
export function Shell(): ReactElement {
  const words = useWords(load);
  const me = useQuery(meQuery);
  const signedIn = useSignedIn();
  if (me.data !== undefined) return <Frame me={me.data} />;
  if (me.isPending) return <output className="starting">{words.starting}</output>;
  if (problemOf(me.error)?.status === 401) return <SignInPage signedIn={signedIn} />;
  return (
    <main className="starting">
      <h1>{words.cannotStart}</h1>
      <ProblemNote error={me.error} again={() => void me.refetch()} />
    </main>
  );
}

function Frame({ me }: { readonly me: Me }): ReactElement {
  const words = useWords(load);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // What is still on the screen while the next one loads.
  const shown = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname });
  const search = useRef<HTMLInputElement>(null);
  const [keysShown, showKeys] = useState(false);
  const { signedIn } = useReach();
  const sign = useSignedIn();
  const views = useMemo(() => browserViews(me.staff.id, window.localStorage), [me.staff.id]);
  useKeys({ '/': () => search.current?.focus(), '?': () => showKeys(true) });

  const first = me.menu[0]?.to ?? '/';
  if (isHome(shown) && first !== '/') return <Navigate to={first} replace />;
  return (
    <PartsContext value={parts}>
      <ViewsContext value={views}>
        <div className="shell">
          <a className="skip" href="#content">
            {words.toContent}
          </a>
          <Side me={me} path={path} />
          <div className="content">
            <Top me={me} search={search} showKeys={() => showKeys(true)} />
            <LostBanner />
            <main id="content" tabIndex={-1}>
              {/* A screen whose words or code are on their way leaves the frame as it is. */}
              <Suspense fallback={<Skeleton />}>
                <Outlet />
              </Suspense>
            </main>
          </div>
          <KeyTable find={findingOf(me)?.find} open={keysShown} close={() => showKeys(false)} />
          {!signedIn && <SignInAgain signInName={me.staff.signInName} signedIn={sign} />}
        </div>
      </ViewsContext>
    </PartsContext>
  );
}

/** The entry whose list is searched from every page. */
function findingOf({ menu }: Me): Me['menu'][number] | undefined {
  return menu.find(({ find }) => find !== undefined);
}

function isHome(path: string): boolean {
  return /^\/(?:office\/?)?$/.test(path.startsWith(base) ? path.slice(base.length) : path);
}

function Side({ me, path }: { readonly me: Me; readonly path: string }): ReactElement {
  const words = useWords(load);
  const say = useSay();
  // Open at this address only: following a link closes the menu.
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === path;
  return (
    <nav className={open ? 'side open' : 'side'} aria-label={words.menu}>
      <div className="side-name">
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="26" height="26" />
        <div>
          <div className="name">{words.name}</div>
          <div className="where">{say(me.office.name)}</div>
        </div>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          onClick={() => setOpenAt(open ? undefined : path)}
        >
          {words.openMenu}
        </button>
      </div>
      <div className="entries">
        {me.menu.map((entry) => {
          const { count = 0, late = 0 } = entry;
          return (
            <Link
              key={entry.key}
              to={entry.to}
              activeOptions={{ exact: entry.to === '/' }}
              className={entry.begins ? 'begins' : ''}
            >
              {say(entry.words)}
              {count > 0 && (
                <span>
                  <b>{count}</b>
                  {late > 0 && <span className="late">{words.late({ count: late })}</span>}
                </span>
              )}
            </Link>
          );
        })}
      </div>
    </nav>
  );
}

interface TopProps {
  readonly me: Me;
  readonly search: React.RefObject<HTMLInputElement | null>;
  readonly showKeys: () => void;
}

function Top({ me, search, showKeys }: TopProps): ReactElement {
  const words = useWords(load);
  const language = useLanguage();
  const finding = findingOf(me);
  return (
    <header className="top">
      {finding?.find !== undefined && <Search to={finding.to} find={finding.find} input={search} />}
      <span className="me">
        {me.staff.name}
        <span className="soft">
          {' · '}
          {dayText(me.today, language, { thisYear: partsOf(me.today).year })} {words.weekdays[weekdayOf(me.today) - 1]}
        </span>
      </span>
      <Button look="quiet" className="keys-button" press={showKeys}>
        {words.help} <kbd aria-hidden="true">?</kbd>
      </Button>
      <LanguageButtons />
      <SignOut />
    </header>
  );
}

interface SearchProps {
  readonly to: string;
  readonly find: NonNullable<Me['menu'][number]['find']>;
  readonly input: TopProps['search'];
}

function Search({ to, find, input }: SearchProps): ReactElement {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <search className="find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const q = input.current?.value.trim() ?? '';
          void navigate({ to, search: q === '' ? {} : { [find.by]: q } });
        }}
      >
        <input
          ref={input}
          type="search"
          maxLength={60}
          aria-label={say(find.words)}
          placeholder={say(find.example)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  );
}

function SignOut(): ReactElement {
  const words = useWords(load);
  const client = useQueryClient();
  const leave = async (): Promise<void> => {
    // Whatever the server answers, this screen shows nobody's data any more.
    await write('POST', '/api/office/sign-out').catch(() => undefined);
    client.clear();
    window.location.assign(`${base}${import.meta.env.BASE_URL}`);
  };
  return (
    <Button look="quiet" press={() => void leave()}>
      {words.signOut}
    </Button>
  );
}

function LostBanner(): ReactNode {
  const words = useWords(load);
  const client = useQueryClient();
  const { reached } = useReach();
  useEffect(() => {
    if (reached) return;
    const again = (): void => void client.refetchQueries({ queryKey: meQuery.queryKey });
    const timer = setInterval(again, 4_000);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [reached, client]);
  return <output>{!reached && <span className="lost">{words.lost}</span>}</output>;
}

/** A screen that broke, or one whose files a newer version has replaced: reloading helps with the second. */
export function BrokenPage({ error }: { readonly error: unknown }): ReactElement {
  return <ProblemNote error={error} again={() => window.location.reload()} />;
}

/** An address that leads nowhere, or past the duties held. */
export function NoSuchPage(): ReactElement {
  const words = useWords(load).noSuchPage;
  return (
    <div className="nothing">
      <h1>{words.title}</h1>
      <p>{words.detail}</p>
      <p>
        <Link to="/">{words.back}</Link>
      </p>
    </div>
  );
}
