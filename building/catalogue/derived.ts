/**
 * The languages without files of their own, each with the one it is made from. Where one needs a word of its own, a room's file for it
 * holds that message alone.
 */
export const derived = [{ language: 'zh-TW', from: 'zh-CN' }] as const;
