/** What the standard does beyond packs; `call/carry-out.ts` says how. */
export type FeelOperation =
  /** FEEL's null itself. */
  | 'null'
  /** `=` where an operand may be null or is a list: never null itself. */
  | 'equal'
  /** `<` and the like, and `between`, of times and durations. */
  | 'compare'
  | 'within'
  /** A condition that null does not meet. */
  | 'is-true'
  /** Arithmetic in FEEL's 34 digits, and with texts, days, times and durations. */
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  /** `.hour` of a time and the like. */
  | 'part'
  /** A value as a list of one. */
  | 'single'
  /** `list[n]`, from 1, or from the end by negative numbers. */
  | 'item-at'
  /** Whether a list, or a value as a list of one, holds a value. */
  | 'in-list'
  /** `1..3` and `3..1` of a loop. */
  | 'count-through'
  /** A literal after `@`. */
  | 'at'
  /** One of FEEL's functions, by its name. */
  | 'call';
