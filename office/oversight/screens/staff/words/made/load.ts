// Made from the JSON beside this folder (npm run words); change that. aac42fb4884a6c79
export const load = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
};
