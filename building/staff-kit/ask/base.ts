/**
 * What stands before `/office` in this page's address. Nothing as a rule; where several are served at one host, each is served below a path
 * of its own, and whatever this page asks for lies below it too.
 */
export const base: string = /^(.+?)\/office(?:\/|$)/.exec(globalThis.location?.pathname ?? '')?.[1] ?? '';
