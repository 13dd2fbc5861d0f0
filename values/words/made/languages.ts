// Made from the JSON beside this folder (npm run words); change that. 04ae681db6554207
export const languages = ['zh-CN', 'en', 'zh-TW'] as const;
