import type { Localized } from '../values/language.ts';

/**
 * Something only the person who runs this machine can put right: a port taken, a wrong password, a folder of another user.
 * Thrown anywhere below a door; the door prints the sentence, without a stack, and exits with status 1.
 */
export class OperatorFault extends Error {
  readonly words: Localized;

  constructor(words: Localized, options?: { cause?: unknown }) {
    super(words.en, options);
    this.name = 'OperatorFault';
    this.words = words;
  }
}
