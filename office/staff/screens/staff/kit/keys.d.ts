/** What a key does. Keys are `KeyboardEvent.key` in lower case: `j`, `enter`, `/`, `?`. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;
export declare function chooseSingleKeys(next: boolean): void;
export declare function useSingleKeys(): boolean;
/** Whether this key press is meant for a shortcut: nobody types, no dialog is open, no modifier is held. */
export declare function meantForShortcut(event: KeyboardEvent): boolean;
/** Binds single keys while the component is on the page. */
export declare function useKeys(map: KeyMap): void;
