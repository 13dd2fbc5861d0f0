// Made from the JSON beside this folder (npm run words); change that. 04ae681db6554207
export const load = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
};
