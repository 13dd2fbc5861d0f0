import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  access,
  f64x2Const,
  i32Const,
  i32x4Const,
  i64x2Const,
  i8x16Const,
  lane,
  shuffle,
  type Code,
  type ValueType,
} from './instructions.ts';
import { encodeModule, type WasmFunction, type WasmModule } from './module.ts';
import { accessLaneOpcodes, accessOpcodes, laneOpcodes, plainOpcodes } from './opcodes.ts';
import { bitsOfDouble, lanesOf, referenceOf, vectorOf } from './testing.ts';

type Names<T> = readonly (keyof T)[];
const plainOperations = Object.keys(plainOpcodes) as unknown as Names<typeof plainOpcodes>;
const laneOperations = Object.keys(laneOpcodes) as unknown as Names<typeof laneOpcodes>;
const accessOperations = Object.keys(accessOpcodes) as unknown as Names<typeof accessOpcodes>;
const accessLaneOperations = Object.keys(accessLaneOpcodes) as unknown as Names<typeof accessLaneOpcodes>;

function moduleOf(...functions: readonly (Partial<WasmFunction> & { readonly body: Code })[]): WasmModule {
  const whole = { name: 'run', exported: true, params: [], results: [], locals: [] };
  return { memory: { minPages: 1 }, functions: functions.map((each) => Object.assign({ ...whole }, each)) };
}

interface Running {
  readonly memory: DataView;
  readonly run: (...args: readonly (number | bigint)[]) => unknown;
}

function started(module: WasmModule): Running {
  const bytes = encodeModule(module);
  expect(WebAssembly.validate(bytes)).toBe(true);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return { memory: new DataView(memory.buffer), run: exports['run'] as Running['run'] };
}

/** Operands stand at 0, 16 and 32; results go to 64. */
const resultAt = 64;
const load = (type: ValueType, at: number): Code =>
  type === 'f64'
    ? [i32Const(0), access('v128.load', at), lane('f64x2.extract_lane', 0)]
    : [i32Const(0), access(`${type}.load`, at)];
const stored = (type: ValueType, value: Code): Code =>
  type === 'f64' ? stored('v128', [value, 'f64x2.splat']) : [i32Const(resultAt), value, access(`${type}.store`)];
const bitsOf: Readonly<Record<ValueType, number>> = { i32: 32, i64: 64, f64: 64, v128: 128 };

/** Runs code that leaves one value, with these operands in memory; answers the value's bits. */
function calculator(result: ValueType, code: Code): (...operands: readonly bigint[]) => bigint {
  const { memory, run } = started(moduleOf({ body: stored(result, code) }));
  return (...operands) => {
    operands.forEach((operand, at) => {
      lanesOf(operand, 64).forEach((half, lane) => memory.setBigUint64(at * 16 + lane * 8, half, true));
    });
    run();
    const halves = [0, 8].map((offset) => memory.getBigUint64(resultAt + offset, true));
    return BigInt.asUintN(bitsOf[result], vectorOf(halves, 64));
  };
}

const interesting = [
  0n,
  1n,
  2n,
  0x7fn,
  0x80n,
  0xffn,
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
];
const word = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.constantFrom(...interesting));
const double = fc
  .oneof(
    fc.double(),
    fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 4),
    fc.constantFrom(2 ** 31, -(2 ** 31), 2 ** 32),
  )
  .map(bitsOfDouble);
const bytes = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
const small = fc
  .array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 16, maxLength: 16 })
  .map((each) => vectorOf(each, 8));

function operand(type: ValueType, ofDoubles: boolean): fc.Arbitrary<bigint> {
  if (type === 'f64') return double;
  if (type !== 'v128') return word.map((value) => BigInt.asUintN(bitsOf[type], value));
  const lane = ofDoubles ? double : word;
  const vector = fc.tuple(lane, lane).map((lanes) => vectorOf(lanes, 64));
  return ofDoubles ? vector : fc.oneof(vector, bytes, small);
}

const withoutValue = new Set<string>(['unreachable', 'nop', 'return', 'drop', 'select']);

describe('every operation means what the specification says', () => {
  test.each(plainOperations.filter((each) => !withoutValue.has(each)))('%s', (operation) => {
    const reference = referenceOf(operation);
    if (reference === undefined) throw new Error(`${operation} has no reference`);
    const { params, result, meaning } = reference;
    const calculate = calculator(result, [params.map((type, at) => load(type, at * 16)), operation]);
    const ofDoubles = operation.includes('f64x2') && !operation.includes('convert');
    // A NaN of an answer may be any NaN: here it is the one of JavaScript.
    const answered = (bits: bigint): bigint => {
      if (!operation.startsWith('f64x2') || result !== 'v128' || /\.(eq|ne|lt|gt|le|ge)$/.test(operation)) return bits;
      const isNan = (half: bigint): boolean => BigInt.asUintN(63, half) > 0x7ff0_0000_0000_0000n;
      return vectorOf(
        lanesOf(bits, 64).map((half) => (isNan(half) ? bitsOfDouble(Number.NaN) : half)),
        64,
      );
    };
    fc.assert(
      fc.property(fc.tuple(...params.map((type) => operand(type, ofDoubles))), (operands) => {
        const expected = meaning(...operands);
        if (expected === undefined) expect(() => calculate(...operands)).toThrow(WebAssembly.RuntimeError);
        else expect(answered(calculate(...operands))).toBe(answered(expected));
      }),
      { numRuns: 150 },
    );
  });

  test.each(['i32', 'i64', 'v128'] as const)('select takes the first of two %s when the condition is not 0', (type) => {
    const chosen = calculator(type, [load(type, 0), load(type, 16), load('i32', 32), 'select']);
    expect(chosen(5n, 6n, 1n)).toBe(5n);
    expect(chosen(5n, 6n, 0n)).toBe(6n);
  });

  test('drop forgets, nop does nothing, return leaves, unreachable traps', () => {
    const body: Code = [i32Const(7), 'nop', i32Const(8), 'drop', 'return', 'unreachable'];
    expect(started(moduleOf({ results: ['i32'], body })).run()).toBe(7);
    expect(() => started(moduleOf({ body: ['unreachable'] })).run()).toThrow(WebAssembly.RuntimeError);
  });
});

describe('lanes', () => {
  test.each(laneOperations)('%s reads or writes the lane it names', (operation) => {
    const bits = Number(/\d+/.exec(operation)?.[0]);
    const scalar: ValueType = operation.startsWith('f64') ? 'f64' : bits === 64 ? 'i64' : 'i32';
    const vector = 0xf0e1_d2c3_b4a5_9687_7869_5a4b_3c2d_1e0fn;
    for (let at = 0; at < 128 / bits; at++) {
      const named = { kind: 'lane', op: operation, lane: at } as const;
      const value = lanesOf(vector, bits, operation.endsWith('_s'))[at] ?? 0n;
      if (operation.includes('extract'))
        expect(calculator(scalar, [load('v128', 0), named])(vector)).toBe(BigInt.asUintN(bitsOf[scalar], value));
      else {
        const replaced = lanesOf(vector, bits).with(at, 0x42n);
        expect(calculator('v128', [load('v128', 0), load(scalar, 16), named])(vector, 0x42n)).toBe(
          vectorOf(replaced, bits),
        );
      }
    }
  });

  test('a shuffle takes bytes of two vectors', () => {
    const mixed = calculator('v128', [
      load('v128', 0),
      load('v128', 16),
      shuffle(31, 0, 30, 1, 29, 2, 28, 3, 27, 4, 26, 5, 25, 6, 24, 7),
    ]);
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const both = [...lanesOf(a, 8), ...lanesOf(b, 8)];
        const order = [31, 0, 30, 1, 29, 2, 28, 3, 27, 4, 26, 5, 25, 6, 24, 7];
        expect(mixed(a, b)).toBe(
          vectorOf(
            order.map((at) => both[at] ?? 0n),
            8,
          ),
        );
      }),
    );
  });
});

const sample = 0xf0e1_d2c3_b4a5_9687_7869_5a4b_3c2d_1e8fn;

/** What a load of this name reads out of memory that holds `sample`. */
function loaded(operation: string): bigint {
  const [type = '', name = ''] = operation.split('.');
  const [, width = '', count, kind] = /^load(\d*)(?:x(\d))?(?:_(\w+))?$/.exec(name) ?? [];
  const whole = type === 'v128' ? 128 : Number(type.slice(1));
  const bits = width === '' ? whole : Number(width);
  const read = (value: bigint): bigint => (kind === 's' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value));
  if (count !== undefined) return vectorOf(lanesOf(sample, bits).slice(0, Number(count)).map(read), bits * 2);
  if (kind === 'splat') return vectorOf(Array<bigint>(128 / bits).fill(read(sample)), bits);
  return BigInt.asUintN(whole, read(sample));
}

describe('memory', () => {
  test.each(accessOperations.filter((each) => each.includes('.load')))('%s', (operation) => {
    const type = operation.slice(0, operation.indexOf('.')) as ValueType;
    for (const body of [access(operation), access(operation, 0, 1)])
      expect(calculator(type, [i32Const(0), body])(sample)).toBe(loaded(operation));
  });

  test.each(accessOperations.filter((each) => each.includes('.store')))('%s', (operation) => {
    const type = operation.slice(0, operation.indexOf('.')) as ValueType;
    const { memory, run } = started(moduleOf({ body: [i32Const(200), load(type, 0), access(operation, 1000)] }));
    lanesOf(sample, 64).forEach((half, at) => memory.setBigUint64(at * 8, half, true));
    run();
    const touched = Array.from({ length: 20 }, (_, at) => BigInt(memory.getUint8(1200 + at)));
    const [, width] = accessOpcodes[operation];
    expect(touched).toEqual([...lanesOf(sample, 8).slice(0, width), ...Array<bigint>(20 - width).fill(0n)]);
  });

  test.each(accessLaneOperations)('%s', (operation) => {
    const [, width] = accessLaneOpcodes[operation];
    const bits = width * 8;
    for (let at = 0; at < 16 / width; at++) {
      const named = { kind: 'access-lane', op: operation, lane: at, offset: 16, align: 1 } as const;
      const lanes = lanesOf(sample, bits);
      if (operation.includes('load'))
        expect(calculator('v128', [i32Const(0), load('v128', 0), named])(sample, 0x55n)).toBe(
          vectorOf(lanes.with(at, 0x55n), bits),
        );
      else
        expect(calculator('v128', [i32Const(0), load('v128', 0), named, load('v128', 16)])(sample, 0n)).toBe(lanes[at]);
    }
  });
});

describe('vector constants', () => {
  test('a vector stands in memory with its first lane first', () => {
    const value = (constant: Code): bigint => calculator('v128', constant)();
    expect(value([i32x4Const(1, -2, 3, 4)])).toBe(vectorOf([1n, -2n, 3n, 4n], 32));
    expect(value([i32x4Const(-5)])).toBe(vectorOf([-5n, -5n, -5n, -5n], 32));
    expect(value([i64x2Const(-1n, 2n ** 62n)])).toBe(vectorOf([-1n, 2n ** 62n], 64));
    expect(value([i64x2Const(7n)])).toBe(vectorOf([7n, 7n], 64));
    expect(value([f64x2Const(0.5, -1)])).toBe(vectorOf([0.5, -1].map(bitsOfDouble), 64));
    expect(value([f64x2Const(12)])).toBe(vectorOf([12, 12].map(bitsOfDouble), 64));
    const bytesInOrder = Array.from({ length: 16 }, (_, at) => BigInt(at * 16));
    expect(value([i8x16Const(0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240)])).toBe(
      vectorOf(bytesInOrder, 8),
    );
  });
});
