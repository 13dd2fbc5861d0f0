import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { ProblemNote } from '../notice/problem-note.tsx';
import { Skeleton } from '../notice/skeleton.tsx';
import { load } from '../words/made/load.ts';

interface PageProps {
  readonly title: string;
  /** Beside the title: where we are in it. */
  readonly under?: ReactNode;
  /** At the end of the bar: what is urgent about it, what can be done. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The first screen leaves the focus at the top of the page; every later one takes it to its heading, so that who listens hears where they
 * are.
 */
let arrivedBefore = false;

/** Left behind in the frame by who came from there, or lost with what was on the page before. */
function isLeftBehind(active: Element | null): boolean {
  return active === null || active === document.body ? arrivedBefore : active.closest('nav, header') !== null;
}

/** One screen: its heading, and everything below it. Names the browser's tab. */
export function Page({ title, under, end, children }: PageProps): ReactElement {
  const words = useWords(load).page;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.site}`;
  }, [title, words.site]);
  useEffect(() => {
    if (isLeftBehind(document.activeElement)) heading.current?.focus({ preventScroll: true });
    arrivedBefore = true;
  }, []);
  return (
    <>
      <div className="bar">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {under !== undefined && <span className="soft">{under}</span>}
        {end !== undefined && <div className="bar-end">{end}</div>}
      </div>
      {children}
    </>
  );
}

interface CardProps {
  readonly title: string;
  readonly end?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Card({ title, end, className, children }: CardProps): ReactElement {
  return (
    <section className={`card ${className ?? ''}`} aria-label={title}>
      <h2>
        {title}
        {end !== undefined && <span className="soft">{end}</span>}
      </h2>
      {children}
    </section>
  );
}

interface AsyncProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}

/** Waits for what a screen shows. What was shown stays when asking again fails; the problem is said above it. */
export function Loaded<Data>({ query, children }: AsyncProps<Data>): ReactElement {
  const words = useWords(load).page;
  const problem =
    query.error === null || query.error === undefined ? undefined : (
      <ProblemNote error={query.error} again={() => void query.refetch()} />
    );
  if (query.data !== undefined)
    return (
      <>
        {problem}
        {children(query.data)}
      </>
    );
  return (
    problem ?? (
      <output aria-label={words.loading}>
        <Skeleton />
      </output>
    )
  );
}

/** Nothing to show, said kindly and with what it means. */
export function Nothing({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="nothing">{children}</div>;
}
