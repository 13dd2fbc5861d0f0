import { unreachable } from '../../../values/unreachable.ts';
import { isCode, type Code, type Instruction, type ValueType } from './instructions.ts';
import type { WasmFunction, WasmLocal, WasmModule } from './module.ts';
import { accessLaneOpcodes, accessOpcodes } from './opcodes.ts';

/** The module in WebAssembly's text format, one instruction a line. It says what `encodeModule` encodes, and the comments besides. */
export function watOf({ memory, functions }: WasmModule): string {
  const pages = [memory.minPages, memory.maxPages, memory.shared ? 'shared' : undefined];
  return [
    '(module',
    `  (import "env" "memory" (memory ${pages.filter((part) => part !== undefined).join(' ')}))`,
    ...functions.flatMap(functionLines),
    ')',
    '',
  ].join('\n');
}

function functionLines({ name, exported, params, results, locals, body }: WasmFunction): string[] {
  const names = localNames([...params, ...locals]);
  const head = [
    `(func ${identifier(name)}`,
    ...(exported ? [`(export "${name}")`] : []),
    ...params.map(({ type }, index) => declaration('param', names[index], type)),
    ...(results.length > 0 ? [`(result ${results.join(' ')})`] : []),
  ].join(' ');
  const lines = [`  ${head}`];
  locals.forEach(({ type }, index) => lines.push(`    ${declaration('local', names[params.length + index], type)}`));
  addCode(lines, 2, body, names);
  lines.push('  )');
  return lines;
}

function declaration(keyword: 'param' | 'local', name: string | undefined, type: ValueType): string {
  return name === undefined ? `(${keyword} ${type})` : `(${keyword} ${name} ${type})`;
}

/** The text format wants names once; a second of the same name carries its number. */
function localNames(locals: readonly WasmLocal[]): readonly (string | undefined)[] {
  const taken = new Set<string>();
  return locals.map(({ name }, index) => {
    if (name === undefined) return undefined;
    const wanted = identifier(name);
    const given = taken.has(wanted) ? `${wanted}#${index}` : wanted;
    taken.add(given);
    return given;
  });
}

function identifier(name: string): string {
  return `$${name.replaceAll(/[^\w!#$%&'*+\-./:<=>?@\\^`|~]/g, '_')}`;
}

function addCode(lines: string[], depth: number, code: Code, locals: readonly (string | undefined)[]): void {
  const indent = '  '.repeat(depth);
  for (const each of code) {
    if (isCode(each)) addCode(lines, depth, each, locals);
    else if (typeof each === 'string') lines.push(indent + each);
    else if (each.kind === 'comment') lines.push(...each.text.split('\n').map((line) => `${indent};; ${line}`));
    else if (each.kind === 'block') {
      lines.push(`${indent}${each.op} ${identifier(each.label)}${resultOf(each.result)}`);
      addCode(lines, depth + 1, each.body, locals);
      lines.push(`${indent}end`);
    } else if (each.kind === 'if') {
      lines.push(`${indent}if${resultOf(each.result)}`);
      addCode(lines, depth + 1, each.consequent, locals);
      if (each.alternative.length > 0) lines.push(`${indent}else`);
      addCode(lines, depth + 1, each.alternative, locals);
      lines.push(`${indent}end`);
    } else lines.push(indent + lineOf(each, locals));
  }
}

function resultOf(result: ValueType | undefined): string {
  return result === undefined ? '' : ` (result ${result})`;
}

type OneLine = Exclude<Instruction, string | { readonly kind: 'comment' | 'block' | 'if' }>;

function lineOf(each: OneLine, locals: readonly (string | undefined)[]): string {
  switch (each.kind) {
    case 'local':
      return `${each.op} ${locals[each.local] ?? each.local}`;
    case 'i32.const':
    case 'i64.const':
      return `${each.kind} ${each.value}`;
    case 'v128.const':
      return `v128.const ${each.shape} ${each.lanes.map((value) => String(value).replace('Infinity', 'inf').replace('NaN', 'nan')).join(' ')}`;
    case 'shuffle':
      return `i8x16.shuffle ${each.lanes.join(' ')}`;
    case 'lane':
      return `${each.op} ${each.lane}`;
    case 'access':
      return `${each.op}${place(each, accessOpcodes[each.op][1])}`;
    case 'access-lane':
      return `${each.op}${place(each, accessLaneOpcodes[each.op][1])} ${each.lane}`;
    case 'branch':
      return `${each.op} ${identifier(each.label)}`;
    case 'call':
      return `call ${identifier(each.callee)}`;
  }
  return unreachable(each);
}

function place({ offset, align }: { offset: number; align: number }, natural: number): string {
  return `${offset > 0 ? ` offset=${offset}` : ''}${align < natural ? ` align=${align}` : ''}`;
}
