import { unreachable } from '../../../values/unreachable.ts';
import { isCode, type Code, type Instruction, type ValueType } from './instructions.ts';
import { ByteBuffer } from './leb128.ts';
import { accessLaneOpcodes, accessOpcodes, laneOpcodes, plainOpcodes } from './opcodes.ts';

/** A module with one memory, imported as `env.memory`. */
export interface WasmModule {
  /** In pages of 64 KiB. A shared memory must have an upper bound. */
  readonly memory:
    | { readonly minPages: number; readonly maxPages?: number; readonly shared?: false }
    | { readonly minPages: number; readonly maxPages: number; readonly shared: true };
  readonly functions: readonly WasmFunction[];
}

export interface WasmFunction {
  /** ASCII; once in a module. */
  readonly name: string;
  /** Under its name. */
  readonly exported: boolean;
  readonly params: readonly WasmLocal[];
  readonly results: readonly ValueType[];
  readonly locals: readonly WasmLocal[];
  readonly body: Code;
}

export interface WasmLocal {
  readonly type: ValueType;
  /** For the text alone. */
  readonly name?: string;
}

const typeBytes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };
const noResult = 0x40;
const end = 0x0b;

/**
 * The module's bytes. Types on the stack are not checked here: `WebAssembly.compile` does.
 * @throws RangeError for a branch to a label that isn't around it, or a call of a function that isn't there.
 */
export function encodeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const { functions } = module;
  const indexes = new Map(functions.map(({ name }, index) => [name, index]));
  if (indexes.size < functions.length) throw new RangeError('Two functions of a module have one name');
  // One function of each signature, in the order in which signatures first appear.
  const bySignature = new Map<string, WasmFunction>();
  for (const each of functions) if (!bySignature.has(signatureOf(each))) bySignature.set(signatureOf(each), each);
  const typeOf = new Map([...bySignature.keys()].map((signature, index) => [signature, index]));
  const exported = functions.filter((each) => each.exported);

  const out = new ByteBuffer();
  out.bytes(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
  section(out, 1, [...bySignature.values()], functionType);
  section(out, 2, [module.memory], memoryImport);
  section(out, 3, functions, (buffer, each) => buffer.unsigned(indexOf(signatureOf(each), typeOf)));
  section(out, 7, exported, (buffer, { name }) => {
    buffer.text(name);
    buffer.byte(0x00);
    buffer.unsigned(indexOf(name, indexes));
  });
  section(out, 10, functions, (buffer, each) => buffer.sized(functionBody(each, indexes)));
  return out.toBytes();
}

function indexOf(name: string, indexes: ReadonlyMap<string, number>): number {
  const index = indexes.get(name);
  if (index === undefined) throw new RangeError(`The module has no function ${name}`);
  return index;
}

function signatureOf({ params, results }: WasmFunction): string {
  return `${params.map(({ type }) => type).join(' ')} → ${results.join(' ')}`;
}

function section<T>(
  out: ByteBuffer,
  id: number,
  entries: readonly T[],
  write: (buffer: ByteBuffer, entry: T) => void,
): void {
  const buffer = new ByteBuffer();
  buffer.unsigned(entries.length);
  for (const entry of entries) write(buffer, entry);
  out.byte(id);
  out.sized(buffer);
}

function functionType(buffer: ByteBuffer, { params, results }: WasmFunction): void {
  buffer.byte(0x60);
  buffer.unsigned(params.length);
  for (const { type } of params) buffer.byte(typeBytes[type]);
  buffer.unsigned(results.length);
  for (const type of results) buffer.byte(typeBytes[type]);
}

function memoryImport(buffer: ByteBuffer, { minPages, maxPages, shared }: WasmModule['memory']): void {
  buffer.text('env');
  buffer.text('memory');
  buffer.byte(0x02);
  buffer.byte((maxPages === undefined ? 0 : 1) | (shared ? 2 : 0));
  buffer.unsigned(minPages);
  if (maxPages !== undefined) buffer.unsigned(maxPages);
}

function functionBody({ locals, body }: WasmFunction, functions: ReadonlyMap<string, number>): ByteBuffer {
  const buffer = new ByteBuffer();
  const runs: { readonly type: ValueType; count: number }[] = [];
  for (const { type } of locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  buffer.unsigned(runs.length);
  for (const { type, count } of runs) {
    buffer.unsigned(count);
    buffer.byte(typeBytes[type]);
  }
  new BodyEncoder(buffer, functions).code(body);
  buffer.byte(end);
  return buffer;
}

class BodyEncoder {
  readonly #buffer: ByteBuffer;
  readonly #functions: ReadonlyMap<string, number>;
  /** Of the blocks around, outermost first; an if has none. */
  readonly #labels: (string | undefined)[] = [];

  constructor(buffer: ByteBuffer, functions: ReadonlyMap<string, number>) {
    this.#buffer = buffer;
    this.#functions = functions;
  }

  code(code: Code): void {
    for (const each of code) {
      if (isCode(each)) this.code(each);
      else this.#instruction(each);
    }
  }

  #instruction(each: Instruction): void {
    const buffer = this.#buffer;
    if (typeof each === 'string') return this.#opcode(plainOpcodes[each]);
    switch (each.kind) {
      case 'comment':
        return;
      case 'local':
        buffer.byte(each.op === 'local.get' ? 0x20 : each.op === 'local.set' ? 0x21 : 0x22);
        return buffer.unsigned(each.local);
      case 'i32.const':
        buffer.byte(0x41);
        return buffer.signed32(each.value);
      case 'i64.const':
        buffer.byte(0x42);
        return buffer.signed64(each.value);
      case 'v128.const':
        this.#opcode(0xfd0c);
        return buffer.bytes(bytesOfVector(each));
      case 'shuffle':
        this.#opcode(0xfd0d);
        return buffer.bytes(Uint8Array.from(each.lanes));
      case 'lane':
        this.#opcode(laneOpcodes[each.op]);
        return buffer.byte(each.lane);
      case 'access':
        return this.#access(accessOpcodes[each.op][0], each.offset, each.align);
      case 'access-lane':
        this.#access(accessLaneOpcodes[each.op][0], each.offset, each.align);
        return buffer.byte(each.lane);
      case 'block':
        buffer.byte(each.op === 'block' ? 0x02 : 0x03);
        this.#open(each.label, each.result);
        this.code(each.body);
        return this.#close();
      case 'if':
        buffer.byte(0x04);
        this.#open(undefined, each.result);
        this.code(each.consequent);
        if (each.alternative.length > 0) buffer.byte(0x05);
        this.code(each.alternative);
        return this.#close();
      case 'branch': {
        const place = this.#labels.lastIndexOf(each.label);
        if (place < 0) throw new RangeError(`No block ${each.label} is around this branch`);
        buffer.byte(each.op === 'br' ? 0x0c : 0x0d);
        return buffer.unsigned(this.#labels.length - 1 - place);
      }
      case 'call':
        buffer.byte(0x10);
        return buffer.unsigned(indexOf(each.callee, this.#functions));
    }
    return unreachable(each);
  }

  #opcode(opcode: number): void {
    if (opcode <= 0xff) return this.#buffer.byte(opcode);
    this.#buffer.byte(opcode >> 8);
    this.#buffer.unsigned(opcode & 0xff);
  }

  #access(opcode: number, offset: number, align: number): void {
    this.#opcode(opcode);
    this.#buffer.unsigned(Math.log2(align));
    this.#buffer.unsigned(offset);
  }

  #open(label: string | undefined, result: ValueType | undefined): void {
    this.#labels.push(label);
    this.#buffer.byte(result === undefined ? noResult : typeBytes[result]);
  }

  #close(): void {
    this.#labels.pop();
    this.#buffer.byte(end);
  }
}

type VectorConst = Extract<Instruction, { readonly kind: 'v128.const' }>;

function bytesOfVector(vector: VectorConst): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  switch (vector.shape) {
    case 'i8x16':
      vector.lanes.forEach((value, lane) => view.setUint8(lane, value));
      break;
    case 'i32x4':
      vector.lanes.forEach((value, lane) => view.setInt32(lane * 4, value, true));
      break;
    case 'i64x2':
      vector.lanes.forEach((value, lane) => view.setBigInt64(lane * 8, value, true));
      break;
    case 'f64x2':
      vector.lanes.forEach((value, lane) => view.setFloat64(lane * 8, value, true));
      break;
  }
  return new Uint8Array(view.buffer);
}
