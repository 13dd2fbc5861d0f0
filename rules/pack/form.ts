/** Whether a text has the form the vocabulary asks for: a country is two capital letters (ISO 3166-1 alpha-2). */
export function fitsForm(text: string, form: 'country' | undefined): boolean {
  return form === undefined || /^[A-Z]{2}$/.test(text);
}
