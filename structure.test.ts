import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSync } from 'vite';
import { desks as inOrder } from './office/desks.ts';

/**
 * The drawing of ARCHITECTURE.md. A room may lean on itself, on the rooms named here and, where packages are named, on those packages
 * alone. The leaves (samples, journeys, benchmarks, proofs) may lean on everything; nobody leans on them.
 */
const rooms: Record<string, { leansOn: readonly string[]; packages?: readonly string[] }> = {
  values: { leansOn: [], packages: [] },
  rules: { leansOn: ['values'], packages: ['yaml'] },
  migrations: { leansOn: ['building'] },
  building: { leansOn: ['values'] },
  office: { leansOn: ['rules', 'building', 'migrations', 'values'] },
  registers: {
    leansOn: ['rules', 'building', 'values'],
    packages: [
      '@duckdb/node-api',
      'zod',
      ...['buffer', 'crypto', 'fs', 'os', 'path', 'url', 'worker_threads', 'zlib'].map((name) => `node:${name}`),
    ],
  },
  doors: { leansOn: ['office', 'registers', 'rules', 'building', 'migrations', 'values'] },
};
const leaves = new Set(['sample-county', 'journeys', 'benchmarks', 'proofs']);
const leafDoors: readonly (readonly [from: string, to: string])[] = [
  ['doors/start.ts', 'sample-county/load/load.ts'],
  ['doors/start.ts', 'sample-county/load/load-province.ts'],
  ['doors/start.ts', 'sample-county/people/places.ts'],
  ['doors/start.ts', 'sample-county/sign-in-list.ts'],
];

/** A desk may lean on the desks before it and on the hall; the hall knows no desk. */
const desks = inOrder.map(({ key }) => key);

/** THINK, known by its place: these files are told everything and do nothing; whatever they lean on, however far, does nothing either. */
const deciding = /^office\/(?:.+\/)?(?:(?:case|decide)\.ts$|(?:case|decide|contract|typed|who)\/)/;
/** REMEMBER: all SQL, and nobody but its own desk (or the hall) leans on it. */
const remembering = /^office\/(?:.+\/)?(?:[a-z-]+-)?store\.ts$/;
/** Acts and HTTP. */
const actingFile = /^office\/(?:.+\/)?(?:(?:act|guard|house)\.ts$|(?:routes|pages)\/)/;
const screen = /^office\/[^/]+\/screens\//;
/** The frame of the staff site asks the staff desk who is signed in; of the others it knows nothing. */
const ofStaffSite = /^doors\/staff-site\/src\//;
const frameDesk = 'staff';
const isTest = (file: string): boolean =>
  /(\.test\.tsx?|(^|\/)testing(?:-[a-z]+|\/[^/]+)?\.tsx?|\.journey\.ts|\.nightly\.ts|\.bench\.ts)$/.test(file);

const root = import.meta.dirname;
const notOurs = new Set(['node_modules', '.git', 'dist', 'built', '.data', 'coverage', '.vite']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (notOurs.has(name)) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [relative(root, path)];
  });
}

interface Imports {
  readonly modules: readonly string[];
  readonly isBarrel: boolean;
}

/** Every module a file names: imports, re-exports, `import()` and `import('…').Type`. */
export function importsOf(file: string, text: string): Imports {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const modules: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { type, source, argument } = node as { type?: string; source?: unknown; argument?: unknown };
    const named =
      type === 'TSImportType' ? (source ?? argument) : /^(Import|Export)/.test(type ?? '') ? source : undefined;
    const value = (named as { value?: unknown; literal?: { value?: unknown } } | undefined)?.value;
    if (typeof value === 'string') modules.push(value);
    Object.values(node).forEach(visit);
  };
  visit(program.body);
  const statements = program.body.map(({ type, ...rest }) => ({
    type,
    passesOn: 'source' in rest && rest.source !== null,
  }));
  const isBarrel =
    statements.some(({ type }) => type === 'ExportAllDeclaration') ||
    (statements.length > 0 && statements.every(({ type, passesOn }) => type === 'ExportNamedDeclaration' && passesOn));
  return { modules, isBarrel };
}

function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

function deskOf(file: string): string | undefined {
  return /^office\/([^/]+)\//.exec(file)?.[1];
}

/** Why `from` may not import `to`, as a sentence; undefined when it may. Both are paths in the repository; a package has none. */
export function refusal(
  from: string,
  to: string,
  thinks: (file: string) => boolean = (file) => deciding.test(file),
): string | undefined {
  const said = `${from} may not import ${to}`;
  const [room, target] = [roomOf(from), roomOf(to)];
  if (room === '' || leaves.has(room)) return undefined;
  if (leaves.has(target))
    return leafDoors.some(([a, b]) => a === from && b === to) ? undefined : `${said}: nobody leans on ${target}`;
  const rule = rooms[room];
  if (rule === undefined) return `${from}: the drawing has no room ${room}`;
  if (target !== room && !rule.leansOn.includes(target)) return said;
  if (thinks(from) && !mayBeTold(to)) return `${said}: a file that decides is told, it never asks`;
  if (screen.test(from) && !isTest(from) && !mayBeShown(to)) return `${said}: screens are handed plain data`;
  if (ofStaffSite.test(from) && ![undefined, 'hall', frameDesk].includes(deskOf(to)))
    return `${said}: the staff site knows no desk, it finds their screens`;
  return isTest(from) ? undefined : refusedToDesk(from, to, said);
}

function mayBeTold(to: string): boolean {
  return (
    ['values', 'rules', 'office'].includes(roomOf(to)) &&
    !actingFile.test(to) &&
    !remembering.test(to) &&
    !screen.test(to)
  );
}

/** Screens know what crosses the wire, how it looks and how it is worded: no SQL, no act, no route. */
function mayBeShown(to: string): boolean {
  const plain = /\/(?:contract|who|words\/made)\//.test(to) || /^building\/(?:web-kit|staff-kit|charts)\//.test(to);
  return plain || screen.test(to) || ['rules', 'values'].includes(roomOf(to));
}

function refusedToDesk(from: string, to: string, said: string): string | undefined {
  const [desk, other] = [deskOf(from), deskOf(to)];
  if (remembering.test(to) && desk !== other) return `${said}: a desk's store is its own`;
  if (desk === undefined || other === undefined || desk === other || other === 'hall') return undefined;
  if (desk === 'hall') return `${said}: the hall knows no desk`;
  const [place, otherPlace] = [desks.indexOf(desk), desks.indexOf(other)];
  if (place < 0 || otherPlace < 0) return `${said}: the drawing does not place the desk ${place < 0 ? desk : other}`;
  return otherPlace < place ? undefined : `${said}: the desk ${other} does not come before ${desk}`;
}

function refusedPackage(from: string, name: string): string | undefined {
  if (isTest(from)) return undefined;
  if (screen.test(from) && name === '@tanstack/react-router')
    return `${from} may not import ${name}: a screen leads on by the kit's links, whose addresses are checked`;
  const allowed = thinking.has(from) ? ['zod'] : rooms[roomOf(from)]?.packages;
  return allowed === undefined || allowed.includes(name) ? undefined : `${from} may not import the package ${name}`;
}

/** The first circle of imports, as the files on it in order; undefined when there is none. */
export function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}

const everyFile = filesBelow(root);
const sources = everyFile.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const read = new Map(sources.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
const ours = (from: string, name: string): string => normalize(join(dirname(from), name.replace(/\?.*$/, '')));

const graph = new Map(
  [...read].map(([file, { modules }]) => [
    file,
    modules.filter((name) => name.startsWith('.')).map((name) => ours(file, name)),
  ]),
);
const thinking = reachedFrom(sources.filter((file) => deciding.test(file)));

/** The files and all they lean on within the office. */
function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file) || roomOf(file) !== 'office') return;
    reached.add(file);
    graph.get(file)?.forEach(visit);
  };
  files.forEach(visit);
  return reached;
}

describe('the drawing', () => {
  test('every file leans only on what the drawing allows', () => {
    const refused = [...graph].flatMap(([from, targets]) =>
      targets.map((to) => refusal(from, to, (file) => thinking.has(file))).filter((said) => said !== undefined),
    );
    expect(refused).toEqual([]);
    expect(thinking.size).toBeGreaterThan(0);
    expect(graph.size).toBeGreaterThan(20);
    expect([...graph.values()].flat().length).toBeGreaterThan(40);
  });

  test('the pure rooms and the deciding files use no package that does anything', () => {
    const refused = [...read].flatMap(([from, { modules }]) =>
      modules
        .filter((name) => !name.startsWith('.'))
        .map((name) => refusedPackage(from, name))
        .filter((said) => said !== undefined),
    );
    expect(refused).toEqual([]);
  });

  test('no circle of imports, of any length, types counted', () => {
    expect(circleIn(graph)?.join(' → ')).toBeUndefined();
  });

  test('every import names a file that is there', () => {
    const known = new Set(everyFile);
    const lost = [...graph].flatMap(([from, targets]) =>
      targets.filter((to) => !known.has(to)).map((to) => `${from} imports ${to}, which is not there`),
    );
    expect(lost).toEqual([]);
  });

  test('there is no barrel', () => {
    const barrels = [...read]
      .filter(([file, { isBarrel }]) => isBarrel || /(^|\/)index\.tsx?$/.test(file))
      .map(([file]) => `${file} is a barrel`);
    expect(barrels).toEqual([]);
  });

  test.each([
    [
      'rules/explain/explain.ts',
      'office/hall/house.ts',
      'rules/explain/explain.ts may not import office/hall/house.ts',
    ],
    ['building/clock.ts', 'rules/facts.ts', 'building/clock.ts may not import rules/facts.ts'],
    ['office/staff/act.ts', 'doors/start.ts', 'office/staff/act.ts may not import doors/start.ts'],
    ['office/payments/act.ts', 'office/benefits/act.ts', 'does not come before payments'],
    ['office/benefits/act.ts', 'office/payments/store.ts', "a desk's store is its own"],
    ['office/benefits/act.ts', 'office/hall/record-store.ts', "a desk's store is its own"],
    ['doors/cli/run/people.ts', 'office/families/find/everyone-store.ts', "a desk's store is its own"],
    ['office/benefits/screens/family/follow.tsx', 'office/benefits/act.ts', 'screens are handed plain data'],
    ['office/benefits/case/decide.ts', 'office/benefits/store.ts', 'told, it never asks'],
    ['office/benefits/case/decide.ts', 'building/clock.ts', 'told, it never asks'],
    ['doors/api/app.ts', 'sample-county/load/load.ts', 'nobody leans on sample-county'],
    ['office/hall/guard.ts', 'office/staff/sign-in/sign-in.ts', 'the hall knows no desk'],
    ['doors/staff-site/src/shell.tsx', 'office/payments/contract/batch.ts', 'the staff site knows no desk'],
    ['attic/old.ts', 'values/fen.ts', 'the drawing has no room attic'],
  ])('%s → %s is refused with a sentence', (from, to, said) => {
    expect(refusal(from, to)).toContain(said);
  });

  test('what the drawing allows is allowed', () => {
    expect(refusal('office/benefits/act.ts', 'office/payments/act.ts')).toBeUndefined();
    expect(refusal('office/staff/act.ts', 'office/hall/record.ts')).toBeUndefined();
    expect(refusal('doors/start.ts', 'sample-county/load/load.ts')).toBeUndefined();
    expect(refusal('journeys/visit.journey.ts', 'sample-county/load/load.ts')).toBeUndefined();
  });

  test('imports are found however they are written, and so are circles and barrels', () => {
    const text = `import type { A } from './a.ts'; import './b.css'; export { c } from './c.ts'; type D = import('./d.ts').D; const e = () => import('./e.ts');`;
    expect(importsOf('x.ts', text)).toEqual({
      modules: ['./a.ts', './b.css', './c.ts', './d.ts', './e.ts'],
      isBarrel: false,
    });
    expect(importsOf('x.ts', `export * from './a.ts'; const b = 1;`).isBarrel).toBe(true);
    expect(importsOf('x.ts', `export { a } from './a.ts'; export type { B } from './b.ts';`).isBarrel).toBe(true);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });
});

describe('what a newcomer reads first', () => {
  test.each(['hall', ...desks])(
    'office/%s says on one page who comes, who decides and which states there are',
    (desk) => {
      const lines = readFileSync(join(root, 'office', desk, 'README.md'), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(lines.filter((line) => line.length > 140)).toEqual([]);
      expect(lines.filter((line) => /^\*\*Who (?:comes|decides):\*\* /.test(line))).toHaveLength(2);
      expect(lines).toContain('```');
    },
  );
});

describe('what is taken in at a glance', () => {
  test('no folder holds more than fifteen source files side by side, tests not counted', () => {
    const counted = sources.filter((file) => !isTest(file) && !file.includes('/made/'));
    const folders = Map.groupBy(counted, dirname);
    const wide = [...folders].filter(([, files]) => files.length > 15);
    expect(wide.map(([folder, { length }]) => `${folder} holds ${length} files: it wants rooms`)).toEqual([]);
    expect(folders.size).toBeGreaterThan(100);
  });
});

describe('what a store alone may do', () => {
  const asks = /\bfrom 'kysely'|\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/;

  test('whoever in the office or at the doors names Kysely or builds a query is a store', () => {
    const others = sources.filter(
      (file) => ['office', 'doors'].includes(roomOf(file)) && !isTest(file) && !remembering.test(file),
    );
    const told = others.filter((file) => asks.test(readFileSync(join(root, file), 'utf8')));
    expect(told.map((file) => `${file} asks the database: that is a store's (store.ts, *-store.ts) to do`)).toEqual([]);
    expect(others.length).toBeGreaterThan(200);
  });

  test.each(["import { sql } from 'kysely';", "trx.selectFrom('person')", "await trx\n  .insertInto('person')"])(
    'asks: %s',
    (text) => expect(text).toMatch(asks),
  );
});

describe('what HTTP alone may name', () => {
  /** Where the office speaks HTTP. */
  const speaks = /^office\/(?:.+\/)?(?:routes|pages)(?:\.ts$|\/)/;
  const status = /\bstatus(?:Code)?\b\s*(?::|[=!]==|>=|<)\s*[1-5]\d\d\b|\.(?:code|status)\([1-5]\d\d\)|\bnew Problem\(/;
  const told = (file: string, text: string): string[] =>
    (status.exec(text) ?? []).map((found) => `${file} says '${found}': an HTTP status is a route's to say`);

  test('no status stands in the office outside routes and pages', () => {
    const silent = sources.filter((file) => roomOf(file) === 'office' && !isTest(file) && !speaks.test(file));
    expect(silent.flatMap((file) => told(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
    expect(silent.length).toBeGreaterThan(200);
  });

  test('a page takes its status from the map of its desk’s routes, so that API and page answer alike', () => {
    const pages = sources.filter((file) => /^office\/(?:.+\/)?pages\//.test(file) && !isTest(file));
    const told = pages.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/(?<![\w.#'"`-])(?:4\d\d|50[1-4])(?![\w.%'"`-])/g)].map(
        ([found]) => `${file} says ${found}`,
      );
    });
    expect(told).toEqual([]);
    expect(pages.length).toBeGreaterThan(10);
  });

  test.each(['status: 409,', 'problem?.status !== 409', 'reply.code(201)', 'throw new Problem(words)'])(
    'told: %s',
    (text) => {
      expect(told('office/benefits/apply/apply.ts', text)).toHaveLength(1);
    },
  );
});

describe('what the law alone may name', () => {
  const packs = readdirSync(join(root, 'law')).filter((name) => existsSync(join(root, 'law', name, 'policy.md')));
  const namesOf = (folder: string): string[] => {
    const front = /^---\n(.*?)\n---/s.exec(readFileSync(join(root, 'law', folder, 'policy.md'), 'utf8'))?.[1] ?? '';
    const titles = [...front.matchAll(/\b(?:zh|en):\s*["']?([^"',}\n]+)/g)]
      .slice(0, 2)
      .map(([, title = '']) => title.trim());
    const [first = ''] = folder.split('-');
    return [folder, folder.replaceAll('-', '_'), folder.replaceAll('-', ''), first, ...titles].filter(
      (name) => name.length > 2,
    );
  };

  test('no benefit is named outside law/, so that adding one adds a pack and not a line of TypeScript', () => {
    expect(packs.length).toBeGreaterThan(0);
    const names = packs.flatMap(namesOf).map((name) => name.toLowerCase());
    const told = sources
      // Only tests of the packs themselves may.
      .filter((file) => !file.startsWith('law/') && !isTest(file))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8').toLowerCase();
        return names.filter((name) => text.includes(name)).map((name) => `${file} names the benefit ${name}`);
      });
    expect(told).toEqual([]);
  });
});

describe('what has no place in the repository', () => {
  // Written in halves, so that this file does not hold what it looks for.
  const machine = ['work', 'root', 'home', 'tmp', 'Users'].map(
    (folder) => new RegExp(String.raw`(?<![\w.:/-])/${folder}/[\w.-]+`),
  );
  const binary = /\.(png|jpe?g|webp|heic|woff2?|ico|pdf|gz|wasm)$/;

  test('no file names a folder of the machine it was written on', () => {
    const told = everyFile
      .filter((file) => !binary.test(file) && file !== 'package-lock.json')
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return machine.flatMap((path) => path.exec(text)?.[0] ?? []).map((path) => `${file} names ${path}`);
      });
    expect(told).toEqual([]);
  });

  test('packages are locked to the public registry', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    const hosts = new Set([...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(([, host]) => host));
    expect([...hosts].filter((host) => host !== 'https://registry.npmjs.org')).toEqual([]);
  });
});
