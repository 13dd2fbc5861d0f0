import type { Outputs } from '../../registers/engine/engine.ts';

/** How many are eligible, and what they get together. Exact for up to four million rows of 32 bits. */
export function totalsOf(outputs: Outputs): { readonly eligible: number; readonly amountFen: bigint } {
  const [outcome, amount] = [outputs.get('outcome'), outputs.get('amount')];
  if (!(outcome instanceof Int8Array && amount instanceof Int32Array))
    throw new Error('A program gives outcomes and amounts');
  let [eligible, sum] = [0, 0];
  // All is known of everybody: an outcome is 0 or 1.
  for (let row = 0; row < outcome.length; row += 1) {
    eligible += outcome[row] as number;
    sum += amount[row] as number;
  }
  return { eligible, amountFen: BigInt(sum) };
}
