import { describe, expect, test } from 'vitest';
import {
  access,
  accessLane,
  call,
  comment,
  f64x2Const,
  i32Const,
  i32x4Const,
  i64Const,
  i64x2Const,
  i8x16Const,
  ifElse,
  localGet,
  localSet,
  shuffle,
} from './instructions.ts';
import { encodeModule, type WasmModule } from './module.ts';
import { columnSum } from './testing.ts';
import { watOf } from './wat.ts';

describe('the text', () => {
  test('a module reads as its author would write it', () => {
    expect(watOf({ memory: { minPages: 1 }, functions: [columnSum] })).toBe(`(module
  (import "env" "memory" (memory 1))
  (func $run (export "run") (param $rows i32) (result i32)
    (local $at i32)
    (local $sums v128)
    (local $sum i32)
    ;; four rows a step
    block $tail
      loop $four
        local.get $at
        i32.const 4
        i32.add
        local.get $rows
        i32.gt_u
        br_if $tail
        local.get $sums
        local.get $at
        i32.const 2
        i32.shl
        v128.load
        i32x4.add
        local.set $sums
        local.get $at
        i32.const 4
        i32.add
        local.set $at
        br $four
      end
    end
    local.get $sums
    i32x4.extract_lane 0
    local.get $sums
    i32x4.extract_lane 1
    local.get $sums
    i32x4.extract_lane 2
    local.get $sums
    i32x4.extract_lane 3
    i32.add
    i32.add
    i32.add
    local.set $sum
    ;; the rest
    block $done
      loop $one
        local.get $at
        local.get $rows
        i32.ge_u
        br_if $done
        local.get $sum
        local.get $at
        i32.const 2
        i32.shl
        i32.load
        i32.add
        local.set $sum
        local.get $at
        i32.const 1
        i32.add
        local.set $at
        br $one
      end
    end
    local.get $sum
  )
)
`);
  });

  test('immediates, results and names that recur are all told', () => {
    const module: WasmModule = {
      memory: { minPages: 1, maxPages: 2, shared: true },
      functions: [
        {
          name: 'pay',
          exported: false,
          params: [{ type: 'i32' }, { type: 'i64', name: 'fen due' }],
          results: [],
          locals: [{ type: 'i64', name: 'fen due' }],
          body: [
            [localGet(0), i32x4Const(1), accessLane('v128.store32_lane', 3, 8, 1)],
            [localGet(0), i64Const(-1n), access('i64.store', 16)],
            [i64x2Const(1n, -2n), f64x2Const(Number.NEGATIVE_INFINITY, 0.5), 'v128.or'],
            [i8x16Const(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)],
            [shuffle(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23), 'drop'],
            [localGet(1), localSet(2), localGet(0)],
            ifElse([i32Const(1)], [comment('of nobody'), i32Const(0)], 'i32'),
            ['drop', localGet(0), ifElse([localGet(0), localGet(1), call('pay')])],
          ],
        },
      ],
    };
    expect(watOf(module)).toBe(`(module
  (import "env" "memory" (memory 1 2 shared))
  (func $pay (param i32) (param $fen_due i64)
    (local $fen_due#2 i64)
    local.get 0
    v128.const i32x4 1 1 1 1
    v128.store32_lane offset=8 align=1 3
    local.get 0
    i64.const -1
    i64.store offset=16
    v128.const i64x2 1 -2
    v128.const f64x2 -inf 0.5
    v128.or
    v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
    i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
    drop
    local.get $fen_due
    local.set $fen_due#2
    local.get 0
    if (result i32)
      i32.const 1
    else
      ;; of nobody
      i32.const 0
    end
    drop
    local.get 0
    if
      local.get 0
      local.get $fen_due
      call $pay
    end
  )
)
`);
    expect(WebAssembly.validate(encodeModule(module))).toBe(true);
  });
});
