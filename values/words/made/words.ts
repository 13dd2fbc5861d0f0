// Made from the JSON beside this folder (npm run words); change that. 04ae681db6554207
export interface Words {
  /** 简体中文 · English · 繁體中文 */
  readonly language: string;
  /** 简体 · English · 繁體 */
  readonly languageShort: string;
  /** zh-CN · en-GB · zh-TW */
  readonly locale: string;
}
