/** Answers by the fact they tell (`child.birth`), as they stand in an address: a day, a month, an option's value. */
export type AnswerTexts = ReadonlyMap<string, string>;

/** Stands for 'I don't know': the question is not put again. */
export const unsure = 'unsure';
