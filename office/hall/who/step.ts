import type { Duty } from './duty.ts';

/**
 * A step at which somebody has a hand in a matter, and the duty by which it is taken. The desk's migration adds it to the table
 * `hand_step`.
 */
export interface StepIntroduced {
  readonly key: string;
  readonly duty: Duty;
}
