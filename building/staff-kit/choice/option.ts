/** One thing that can be chosen. */
export interface Option {
  readonly id: string;
  readonly text: string;
  /** Softer, below or behind the text: what tells it from its namesake. */
  readonly under?: string;
  /** What it stands under with its neighbours: a village under its township. */
  readonly group?: string;
}
