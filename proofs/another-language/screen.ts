import type { Page } from 'playwright-core';

/** What a page that holds longer words must not do, and the texts that stand on it. */
export interface Looked {
  /** By how many pixels the page is wider than the screen. */
  readonly tooWide: number;
  /** Buttons, links and headings whose words do not fit into them. */
  readonly clipped: readonly string[];
  readonly texts: readonly string[];
}

/** Looks at a page as it is shown now. */
export async function look(page: Page): Promise<Looked> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isShown = (one: Element): boolean => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isCut = (one: HTMLElement): boolean =>
      getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
    const said = [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, [role=tab]')].filter(isShown);
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement;
      const own = around?.closest('[lang]')?.getAttribute('lang') ?? root.lang;
      if (around === null || !isShown(around) || own !== root.lang) continue;
      if (around.closest('script, style, svg, code, kbd, [data-type]') === null) texts.push(node.textContent ?? '');
    }
    return {
      tooWide: Math.max(0, root.scrollWidth - root.clientWidth),
      clipped: said.filter(isCut).map((one) => one.innerText),
      texts,
    };
  });
}
