import { OperatorFault } from '../../building/operator-fault.ts';
import { inLanguage } from '../../values/language.ts';
import type { Io } from './io.ts';
import { type Or, refused } from './refusal.ts';

/** What an operator must put right is a refusal here: the command line says it in one language. */
export async function orRefused<T>(io: Io, work: () => Promise<T>): Promise<Or<T>> {
  try {
    return { found: await work() };
  } catch (error) {
    if (error instanceof OperatorFault) return refused('operator', inLanguage(error.words, io.language));
    throw error;
  }
}
