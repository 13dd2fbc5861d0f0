import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What a key does. Keys are `KeyboardEvent.key` in lower case: `j`, `enter`, `/`, `?`. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

const setting = 'huijia.single-keys';
const listeners = new Set<() => void>();

function readSetting(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(setting) !== 'off';
}

// Single-letter keys can be turned off by those who dictate or tremble (WCAG 2.1.4).
let on = readSetting();

export function chooseSingleKeys(next: boolean): void {
  on = next;
  localStorage.setItem(setting, next ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (/^(input|textarea|select)$/i.test(target.tagName) && !isTick(target)))
  );
}

function isTick(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
}

/** Enter belongs to what has the focus, if that can be pressed; held down from the page before, it opens nothing. */
function isEnterOfAnother({ key, target, repeat }: KeyboardEvent): boolean {
  if (key !== 'Enter') return false;
  return repeat || (target instanceof Element && target.closest('a, button, input, select, summary') !== null);
}

/** Whether something stands over the page that the keys belong to: a dialog, a panel, a list to choose from. */
export function standsOverPage(): boolean {
  return document.querySelector('dialog[open], .overlay, .popover') !== null;
}

/** Whether this key press is meant for a shortcut: nobody types, no dialog is open, no modifier is held. */
function meantForShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (isEnterOfAnother(event)) return false;
  return !isTyping(event.target) && !standsOverPage();
}

/** Binds keys while the component is on the page. */
export function useKeys(map: KeyMap): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || (!on && event.key.length === 1) || !meantForShortcut(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
