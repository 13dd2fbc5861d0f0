import type { ComponentChildren } from 'preact';

/** A way of reading (larger type, another language) or another place, in the head of the page. */
export interface Way {
  readonly href: string;
  readonly words: string;
  /** The language the words are in, where it is not the page's. */
  readonly language?: string | undefined;
  /** Said instead of the words, where they are too short to be understood alone. */
  readonly label?: string | undefined;
}

interface Props {
  mark: ComponentChildren;
  name: string;
  place: string;
  home: { href: string; label: string };
  skip: string;
  ways: readonly Way[];
  waysLabel: string;
  foot: ComponentChildren;
  /** Beside the ways: what only a script can do. */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** Head, one column, foot. The first link leads past the head. */
export function Shell(props: Props) {
  return (
    <>
      <a class="skip" href="#main">
        {props.skip}
      </a>
      <header class="top">
        <a class="home" href={props.home.href}>
          {props.mark}
          <span class="name">
            {props.name}
            <span class="place">{props.place}</span>
            <span class="unseen"> {props.home.label}</span>
          </span>
        </a>
        <nav class="ways" aria-label={props.waysLabel}>
          {props.ways.map((way) => (
            <a href={way.href} lang={way.language} aria-label={way.label} rel="nofollow">
              {way.words}
            </a>
          ))}
          {props.more}
        </nav>
      </header>
      <main class="page" id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer class="foot">{props.foot}</footer>
    </>
  );
}
