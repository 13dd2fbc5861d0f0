// Made from the JSON beside this folder (npm run words); change that. d7c2b8c78090641d
export interface Words {
  /** {day}（{weekday}） · {weekday} {day} · {day}（{weekday}） */
  readonly dueDay: (a: { readonly day: string | number; readonly weekday: string | number }) => string;
  /** {day} {time} · {day}, {time} · {day} {time} */
  readonly instant: (a: { readonly day: string | number; readonly time: string | number }) => string;
  /** {yuan}元 · ¥{yuan} · {yuan}元 */
  readonly money: (a: { readonly yuan: string | number }) => string;
  /**  ·   ·  */
  readonly betweenSentences: string;
}
