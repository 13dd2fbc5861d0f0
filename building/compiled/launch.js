// Runs a source of the house as it was compiled ahead: `node building/compiled/launch.js doors/start.ts …`. Named without a source it
// compiles, where that is needed. JavaScript, since it comes before anything is compiled.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../..', import.meta.url);
const inBuilt = (source) => new URL(`built/${source.replace(/\.tsx?$/, '.js')}`, root);
const inBundled = (source) => inBuilt(`bundled/${source.replaceAll('/', '-')}`);

// What V8 compiled is kept beside the packages, so that the next start is quicker. Where that folder can't be written, nothing is kept.
module.enableCompileCache?.(fileURLToPath(new URL('node_modules/.cache/huijia', root)));

function end(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

// The package brings its own Node 24 along; an older one would read what is below and do nothing.
if (!process.features.typescript)
  end(
    `惠家要用 Node 24，这里是 ${process.version}。请用 npm start 或者 npx huijia，它们用随附的 Node；没有做任何改动。`,
    `Huijia takes Node 24; this is ${process.version}. Use npm start or npx huijia: they take the Node that came with it. Nothing was changed.`,
  );

/**
 * The compiled module of a source (a path from the root), joined with what it loads if it is one of the programs that people start;
 * compiled anew first where the sources have changed. Ends the process where that can't be.
 */
export async function compiled(source) {
  const freshening = 'building/compiled/freshen.ts';
  const ahead = inBuilt(freshening);
  const { freshen } = await import(existsSync(ahead) ? ahead : new URL(freshening, root));
  const found = freshen(fileURLToPath(root));
  if (found.kind === 'compiled')
    process.stderr.write('源文件有改动，已重新编译 / The sources have changed: compiled again\n');
  if (found.kind === 'refused') end(`源文件编译不了：\n${found.said}`, 'The sources can’t be compiled, as said above.');
  if (found.kind === 'no-compiler')
    end(
      '源文件有改动，但这里没有安装编译器。请运行 npm ci，或者换回编译时的源文件。',
      'The sources have changed since they were compiled, and no compiler is installed here. Run npm ci, or put the sources back.',
    );
  return existsSync(inBundled(source)) ? inBundled(source) : inBuilt(source);
}

if (import.meta.main) {
  const [node, , source, ...given] = process.argv;
  const url = await compiled(source ?? '');
  if (source !== undefined) {
    // An error names the lines that somebody wrote.
    process.setSourceMapsEnabled(true);
    process.argv = [node, fileURLToPath(url), ...given];
    await import(url);
  }
}
