// Made from the JSON beside this folder (npm run words); change that. d7c2b8c78090641d
export const load = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
};
