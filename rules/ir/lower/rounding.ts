import type { Builder, Node } from '../node.ts';

// The named roundings of a fraction `node / by` to a whole number, by floor division alone.

export type Rounding = 'floor' | 'ceiling' | 'half-up' | 'half-even' | 'down' | 'up';

/** `by` is positive. Half up is half away from zero; down is toward zero, up away from it. */
export function rounded(build: Builder, rounding: Rounding, node: Node, by: bigint): Node {
  const zero = build.constant(0n);
  const floor = (of: Node, divisor = by): Node => build.divide('floor-divide', of, divisor);
  const ceiling = (of: Node): Node => build.unary('negate', floor(build.unary('negate', of)));
  /** Works on the size, and gives the sign back. */
  const bothWays = (onSize: (size: Node) => Node): Node => {
    const size = onSize(build.unary('absolute', node));
    return build.select(build.binary('less', node, zero), build.unary('negate', size), size);
  };
  const doubled = (of: Node): Node => build.binary('multiply', of, build.constant(2n));
  if (by === 1n) return node;
  switch (rounding) {
    case 'floor':
      return floor(node);
    case 'ceiling':
      return ceiling(node);
    case 'down':
      return bothWays((size) => floor(size));
    case 'up':
      return bothWays(ceiling);
    case 'half-up':
      return bothWays((size) => floor(build.binary('add', doubled(size), build.constant(by)), 2n * by));
    case 'half-even':
      return bothWays((size) => {
        const whole = floor(size);
        const rest = doubled(build.divide('modulo', size, by));
        const isOdd = build.binary('equal', build.divide('modulo', whole, 2n), build.constant(1n));
        const isHalf = build.binary('equal', rest, build.constant(by));
        const up = build.binary(
          'or',
          build.binary('less', build.constant(by), rest),
          build.binary('and', isHalf, isOdd),
        );
        return build.binary('add', whole, build.select(up, build.constant(1n), zero));
      });
  }
}
