import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  access,
  block,
  br,
  call,
  i32Const,
  i32x4Const,
  i64Const,
  i8x16Const,
  ifElse,
  localGet,
  localSet,
  localTee,
  loop,
  shuffle,
  type Code,
} from './instructions.ts';
import { ByteBuffer } from './leb128.ts';
import { encodeModule, type WasmFunction, type WasmModule } from './module.ts';
import { columnSum } from './testing.ts';

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

describe('constants', () => {
  test('a constant is the value it was given, at every length', () => {
    const i32 = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: -200, max: 200 }));
    const i64 = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -9000n, max: 9000n }));
    fc.assert(
      fc.property(i32, i64, (small, large) => {
        expect(started(moduleOf({ results: ['i32'], body: [i32Const(small)] })).run()).toBe(small);
        expect(started(moduleOf({ results: ['i64'], body: [i64Const(large)] })).run()).toBe(large);
      }),
    );
    for (const edge of [-(2 ** 31), 2 ** 31 - 1, 63, 64, -64, -65, 8191, 8192, -8192, -8193])
      expect(started(moduleOf({ results: ['i32'], body: [i32Const(edge)] })).run()).toBe(edge);
    for (const edge of [-(2n ** 63n), 2n ** 63n - 1n, 63n, 64n, -64n, -65n])
      expect(started(moduleOf({ results: ['i64'], body: [i64Const(edge)] })).run()).toBe(edge);
  });

  test('a constant that its type cannot hold is refused', () => {
    expect(() => i32Const(2 ** 31)).toThrow('2147483648 is not a signed 32-bit number');
    expect(() => i32x4Const(0.5)).toThrow(RangeError);
    expect(() => i64Const(2n ** 63n)).toThrow('9223372036854775808 is not a signed 64-bit number');
    expect(() => i8x16Const(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 256)).toThrow('256 is not a byte');
    expect(() => shuffle(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32)).toThrow('no byte 32');
    expect(() => access('i32.load', 0, 8)).toThrow('i32.load touches 4 bytes');
  });

  test('an unsigned number is as short as it can be, whatever its size', () => {
    const written = (value: number): readonly number[] => {
      const buffer = new ByteBuffer();
      buffer.unsigned(value);
      return [...buffer.toBytes()];
    };
    fc.assert(
      fc.property(fc.oneof(fc.nat(0xffff_ffff), fc.nat(300)), (value) => {
        const out = written(value);
        expect(out.reduceRight((sum, byte) => sum * 128 + (byte & 0x7f), 0)).toBe(value);
        expect(out.map((byte) => byte >> 7)).toEqual([...Array<number>(out.length - 1).fill(1), 0]);
        expect(out).toHaveLength(Math.max(1, Math.ceil(value.toString(2).length / 7)));
      }),
    );
    expect(() => written(-1)).toThrow(RangeError);
    expect(() => written(2 ** 32)).toThrow(RangeError);
  });
});

describe('modules', () => {
  test('a column of any length is summed four rows at a time, then its tail', () => {
    const { memory, run } = started({ memory: { minPages: 1 }, functions: [columnSum] });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 40 }), (values) => {
        values.forEach((value, row) => memory.setInt32(row * 4, value, true));
        expect(run(values.length)).toBe(values.reduce((sum, value) => (sum + value) | 0, 0));
      }),
    );
  });

  test('a branch inside an if finds the loop around it, and blocks leave values', () => {
    // The number of steps of Collatz down to 1.
    const body = [
      loop('step', [
        [localGet(0), i32Const(1), 'i32.gt_u'],
        ifElse([
          [localGet(1), i32Const(1), 'i32.add', localSet(1)],
          [localGet(0), i32Const(1), 'i32.and'],
          ifElse(
            [localGet(0), i32Const(3), 'i32.mul', i32Const(1), 'i32.add'],
            [localGet(0), i32Const(1), 'i32.shr_u'],
            'i32',
          ),
          [localTee(0), 'drop', br('step')],
        ]),
      ]),
      block('given', [localGet(1), br('given')], 'i32'),
    ] satisfies Code;
    const { run } = started(moduleOf({ params: [{ type: 'i32' }], results: ['i32'], locals: [{ type: 'i32' }], body }));
    expect([1, 2, 3, 6, 27].map((n) => run(n))).toEqual([0, 1, 7, 8, 111]);
  });

  test('a function calls another of its module, before or after it, and only what is exported is seen', () => {
    const wide: Pick<WasmFunction, 'params' | 'results'> = { params: [{ type: 'i64' }], results: ['i64'] };
    const module = moduleOf(
      { ...wide, body: [localGet(0), call('doubled'), i64Const(1n), 'i64.add'] },
      { ...wide, name: 'doubled', exported: false, body: [localGet(0), localGet(0), 'i64.add'] },
    );
    expect(started(module).run(20n)).toBe(41n);
    expect(WebAssembly.Module.exports(new WebAssembly.Module(encodeModule(module)))).toEqual([
      { name: 'run', kind: 'function' },
    ]);
  });

  test('locals of one type after another are told together', () => {
    const locals = (['i32', 'i32', 'v128', 'i32', 'i64', 'f64', 'f64'] as const).map((type) => ({ type }));
    const body: Code = [
      i64Const(9n),
      localSet(4),
      i32Const(5),
      localSet(3),
      localGet(3),
      'i64.extend_i32_s',
      localGet(4),
      'i64.add',
    ];
    expect(started(moduleOf({ results: ['i64'], locals, body })).run()).toBe(14n);
  });

  test('a shared memory is imported with its bound', () => {
    const memory = { minPages: 1, maxPages: 200, shared: true } as const;
    const shared = new WebAssembly.Memory({ initial: 1, maximum: 200, shared: true });
    const compiled = new WebAssembly.Module(encodeModule({ memory, functions: [columnSum] }));
    expect(
      () => new WebAssembly.Instance(compiled, { env: { memory: new WebAssembly.Memory({ initial: 1 }) } }),
    ).toThrow(WebAssembly.LinkError);
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: shared } });
    new Int32Array(shared.buffer).fill(2, 0, 9);
    expect((exports['run'] as Running['run'])(9)).toBe(18);
  });

  test('a hundred thousand instructions in lists of lists are one valid function', () => {
    const one: Code = [localGet(0), i32Const(1), 'i32.add', localSet(0)];
    const body: Code = [Array.from({ length: 250 }, () => Array.from({ length: 100 }, () => one)), localGet(0)];
    const { run } = started(moduleOf({ params: [{ type: 'i32' }], results: ['i32'], body }));
    expect(run(5)).toBe(25_005);
  });

  test('a branch, a call or a name that leads nowhere is refused before there are bytes', () => {
    expect(() => encodeModule(moduleOf({ body: [block('inner', []), br('inner')] }))).toThrow('No block inner');
    expect(() => encodeModule(moduleOf({ body: [call('nobody')] }))).toThrow('no function nobody');
    expect(() => encodeModule(moduleOf({ body: [] }, { body: [] }))).toThrow('Two functions');
    expect(() => encodeModule(moduleOf({ name: 'größe', body: [] }))).toThrow('not ASCII');
  });
});
