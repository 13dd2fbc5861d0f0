/**
 * Opcodes of WebAssembly 1.0 and its fixed-width SIMD, as far as the columns need them (WebAssembly core specification 2.0, section 5.4).
 * `0xfdNN` is the SIMD opcode `NN` behind its prefix `0xfd`. module.test.ts runs every one of them.
 */

/** Without immediates. */
// prettier-ignore
export const plainOpcodes = {
  'unreachable': 0x00, 'nop': 0x01, 'return': 0x0f, 'drop': 0x1a, 'select': 0x1b,

  'i32.eqz': 0x45, 'i32.eq': 0x46, 'i32.ne': 0x47, 'i32.lt_s': 0x48, 'i32.lt_u': 0x49, 'i32.gt_s': 0x4a, 'i32.gt_u': 0x4b,
  'i32.le_s': 0x4c, 'i32.le_u': 0x4d, 'i32.ge_s': 0x4e, 'i32.ge_u': 0x4f,
  'i64.eqz': 0x50, 'i64.eq': 0x51, 'i64.ne': 0x52, 'i64.lt_s': 0x53, 'i64.lt_u': 0x54, 'i64.gt_s': 0x55, 'i64.gt_u': 0x56,
  'i64.le_s': 0x57, 'i64.le_u': 0x58, 'i64.ge_s': 0x59, 'i64.ge_u': 0x5a,
  'i32.clz': 0x67, 'i32.ctz': 0x68, 'i32.popcnt': 0x69, 'i32.add': 0x6a, 'i32.sub': 0x6b, 'i32.mul': 0x6c,
  'i32.div_s': 0x6d, 'i32.div_u': 0x6e, 'i32.rem_s': 0x6f, 'i32.rem_u': 0x70, 'i32.and': 0x71, 'i32.or': 0x72, 'i32.xor': 0x73,
  'i32.shl': 0x74, 'i32.shr_s': 0x75, 'i32.shr_u': 0x76,
  'i64.clz': 0x79, 'i64.ctz': 0x7a, 'i64.popcnt': 0x7b, 'i64.add': 0x7c, 'i64.sub': 0x7d, 'i64.mul': 0x7e,
  'i64.div_s': 0x7f, 'i64.div_u': 0x80, 'i64.rem_s': 0x81, 'i64.rem_u': 0x82, 'i64.and': 0x83, 'i64.or': 0x84, 'i64.xor': 0x85,
  'i64.shl': 0x86, 'i64.shr_s': 0x87, 'i64.shr_u': 0x88,
  'i32.wrap_i64': 0xa7, 'i64.extend_i32_s': 0xac, 'i64.extend_i32_u': 0xad,

  'v128.not': 0xfd4d, 'v128.and': 0xfd4e, 'v128.andnot': 0xfd4f, 'v128.or': 0xfd50, 'v128.xor': 0xfd51,
  'v128.bitselect': 0xfd52, 'v128.any_true': 0xfd53,

  'i8x16.swizzle': 0xfd0e, 'i8x16.splat': 0xfd0f, 'i16x8.splat': 0xfd10, 'i32x4.splat': 0xfd11, 'i64x2.splat': 0xfd12, 'f64x2.splat': 0xfd14,

  'i8x16.eq': 0xfd23, 'i8x16.ne': 0xfd24, 'i8x16.lt_s': 0xfd25, 'i8x16.lt_u': 0xfd26, 'i8x16.gt_s': 0xfd27, 'i8x16.gt_u': 0xfd28,
  'i8x16.le_s': 0xfd29, 'i8x16.le_u': 0xfd2a, 'i8x16.ge_s': 0xfd2b, 'i8x16.ge_u': 0xfd2c,
  'i16x8.eq': 0xfd2d, 'i16x8.ne': 0xfd2e, 'i16x8.lt_s': 0xfd2f, 'i16x8.lt_u': 0xfd30, 'i16x8.gt_s': 0xfd31, 'i16x8.gt_u': 0xfd32,
  'i16x8.le_s': 0xfd33, 'i16x8.le_u': 0xfd34, 'i16x8.ge_s': 0xfd35, 'i16x8.ge_u': 0xfd36,
  'i32x4.eq': 0xfd37, 'i32x4.ne': 0xfd38, 'i32x4.lt_s': 0xfd39, 'i32x4.lt_u': 0xfd3a, 'i32x4.gt_s': 0xfd3b, 'i32x4.gt_u': 0xfd3c,
  'i32x4.le_s': 0xfd3d, 'i32x4.le_u': 0xfd3e, 'i32x4.ge_s': 0xfd3f, 'i32x4.ge_u': 0xfd40,
  'f64x2.eq': 0xfd47, 'f64x2.ne': 0xfd48, 'f64x2.lt': 0xfd49, 'f64x2.gt': 0xfd4a, 'f64x2.le': 0xfd4b, 'f64x2.ge': 0xfd4c,
  'i64x2.eq': 0xfdd6, 'i64x2.ne': 0xfdd7, 'i64x2.lt_s': 0xfdd8, 'i64x2.gt_s': 0xfdd9, 'i64x2.le_s': 0xfdda, 'i64x2.ge_s': 0xfddb,

  'i8x16.abs': 0xfd60, 'i8x16.neg': 0xfd61, 'i8x16.popcnt': 0xfd62, 'i8x16.all_true': 0xfd63, 'i8x16.bitmask': 0xfd64,
  'i8x16.narrow_i16x8_s': 0xfd65, 'i8x16.narrow_i16x8_u': 0xfd66, 'i8x16.shl': 0xfd6b, 'i8x16.shr_s': 0xfd6c, 'i8x16.shr_u': 0xfd6d,
  'i8x16.add': 0xfd6e, 'i8x16.sub': 0xfd71, 'i8x16.min_s': 0xfd76, 'i8x16.min_u': 0xfd77, 'i8x16.max_s': 0xfd78, 'i8x16.max_u': 0xfd79,

  'i16x8.abs': 0xfd80, 'i16x8.neg': 0xfd81, 'i16x8.all_true': 0xfd83, 'i16x8.bitmask': 0xfd84,
  'i16x8.narrow_i32x4_s': 0xfd85, 'i16x8.narrow_i32x4_u': 0xfd86,
  'i16x8.extend_low_i8x16_s': 0xfd87, 'i16x8.extend_high_i8x16_s': 0xfd88, 'i16x8.extend_low_i8x16_u': 0xfd89, 'i16x8.extend_high_i8x16_u': 0xfd8a,
  'i16x8.shl': 0xfd8b, 'i16x8.shr_s': 0xfd8c, 'i16x8.shr_u': 0xfd8d, 'i16x8.add': 0xfd8e, 'i16x8.sub': 0xfd91, 'i16x8.mul': 0xfd95,
  'i16x8.min_s': 0xfd96, 'i16x8.min_u': 0xfd97, 'i16x8.max_s': 0xfd98, 'i16x8.max_u': 0xfd99,

  'i32x4.abs': 0xfda0, 'i32x4.neg': 0xfda1, 'i32x4.all_true': 0xfda3, 'i32x4.bitmask': 0xfda4,
  'i32x4.extend_low_i16x8_s': 0xfda7, 'i32x4.extend_high_i16x8_s': 0xfda8, 'i32x4.extend_low_i16x8_u': 0xfda9, 'i32x4.extend_high_i16x8_u': 0xfdaa,
  'i32x4.shl': 0xfdab, 'i32x4.shr_s': 0xfdac, 'i32x4.shr_u': 0xfdad, 'i32x4.add': 0xfdae, 'i32x4.sub': 0xfdb1, 'i32x4.mul': 0xfdb5,
  'i32x4.min_s': 0xfdb6, 'i32x4.min_u': 0xfdb7, 'i32x4.max_s': 0xfdb8, 'i32x4.max_u': 0xfdb9,

  'i64x2.abs': 0xfdc0, 'i64x2.neg': 0xfdc1, 'i64x2.all_true': 0xfdc3, 'i64x2.bitmask': 0xfdc4,
  'i64x2.extend_low_i32x4_s': 0xfdc7, 'i64x2.extend_high_i32x4_s': 0xfdc8, 'i64x2.extend_low_i32x4_u': 0xfdc9, 'i64x2.extend_high_i32x4_u': 0xfdca,
  'i64x2.shl': 0xfdcb, 'i64x2.shr_s': 0xfdcc, 'i64x2.shr_u': 0xfdcd, 'i64x2.add': 0xfdce, 'i64x2.sub': 0xfdd1, 'i64x2.mul': 0xfdd5,
  'i64x2.extmul_low_i32x4_s': 0xfddc, 'i64x2.extmul_high_i32x4_s': 0xfddd, 'i64x2.extmul_low_i32x4_u': 0xfdde, 'i64x2.extmul_high_i32x4_u': 0xfddf,

  'f64x2.ceil': 0xfd74, 'f64x2.floor': 0xfd75, 'f64x2.trunc': 0xfd7a, 'f64x2.abs': 0xfdec, 'f64x2.neg': 0xfded,
  'f64x2.add': 0xfdf0, 'f64x2.sub': 0xfdf1, 'f64x2.mul': 0xfdf2, 'f64x2.div': 0xfdf3,
  'f64x2.convert_low_i32x4_s': 0xfdfe, 'f64x2.convert_low_i32x4_u': 0xfdff,
  'i32x4.trunc_sat_f64x2_s_zero': 0xfdfc, 'i32x4.trunc_sat_f64x2_u_zero': 0xfdfd,
} as const;

/** With the number of a lane. */
// prettier-ignore
export const laneOpcodes = {
  'i8x16.extract_lane_s': 0xfd15, 'i8x16.extract_lane_u': 0xfd16, 'i8x16.replace_lane': 0xfd17,
  'i16x8.extract_lane_s': 0xfd18, 'i16x8.extract_lane_u': 0xfd19, 'i16x8.replace_lane': 0xfd1a,
  'i32x4.extract_lane': 0xfd1b, 'i32x4.replace_lane': 0xfd1c,
  'i64x2.extract_lane': 0xfd1d, 'i64x2.replace_lane': 0xfd1e,
  'f64x2.extract_lane': 0xfd21, 'f64x2.replace_lane': 0xfd22,
} as const;

type Access = readonly [opcode: number, bytes: 1 | 2 | 4 | 8 | 16];

/** Loads and stores: the opcode and how many bytes of memory are touched, which is also the natural alignment. */
// prettier-ignore
export const accessOpcodes = {
  'i32.load': [0x28, 4], 'i32.load8_s': [0x2c, 1], 'i32.load8_u': [0x2d, 1], 'i32.load16_s': [0x2e, 2], 'i32.load16_u': [0x2f, 2],
  'i64.load': [0x29, 8], 'i64.load8_s': [0x30, 1], 'i64.load8_u': [0x31, 1], 'i64.load16_s': [0x32, 2], 'i64.load16_u': [0x33, 2],
  'i64.load32_s': [0x34, 4], 'i64.load32_u': [0x35, 4],
  'i32.store': [0x36, 4], 'i32.store8': [0x3a, 1], 'i32.store16': [0x3b, 2],
  'i64.store': [0x37, 8], 'i64.store8': [0x3c, 1], 'i64.store16': [0x3d, 2], 'i64.store32': [0x3e, 4],

  'v128.load': [0xfd00, 16], 'v128.store': [0xfd0b, 16],
  'v128.load8x8_s': [0xfd01, 8], 'v128.load8x8_u': [0xfd02, 8], 'v128.load16x4_s': [0xfd03, 8], 'v128.load16x4_u': [0xfd04, 8],
  'v128.load32x2_s': [0xfd05, 8], 'v128.load32x2_u': [0xfd06, 8],
  'v128.load8_splat': [0xfd07, 1], 'v128.load16_splat': [0xfd08, 2], 'v128.load32_splat': [0xfd09, 4], 'v128.load64_splat': [0xfd0a, 8],
  'v128.load32_zero': [0xfd5c, 4], 'v128.load64_zero': [0xfd5d, 8],
} as const satisfies Record<string, Access>;

/** Loads and stores of one lane of a vector. */
// prettier-ignore
export const accessLaneOpcodes = {
  'v128.load8_lane': [0xfd54, 1], 'v128.load16_lane': [0xfd55, 2], 'v128.load32_lane': [0xfd56, 4], 'v128.load64_lane': [0xfd57, 8],
  'v128.store8_lane': [0xfd58, 1], 'v128.store16_lane': [0xfd59, 2], 'v128.store32_lane': [0xfd5a, 4], 'v128.store64_lane': [0xfd5b, 8],
} as const satisfies Record<string, Access>;
