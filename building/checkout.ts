import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** The folder of the house's own package.json, whether this is read from the sources or from what is compiled of them. */
export const checkout: string = packageAbove(import.meta.dirname);

function packageAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above the house');
  return packageAbove(above);
}

/** The path of something that lies in the checkout as it is: law, migrations, style sheets. */
export function inCheckout(...path: readonly string[]): string {
  return join(checkout, ...path);
}

/**
 * A module that a thread or a process begins with, named without its ending and seen from the module that asks (`import.meta.url`):
 * TypeScript among the sources, JavaScript among what is compiled.
 */
export function moduleBeside(asking: string, name: string): URL {
  return new URL(`${name}${extname(new URL(asking).pathname)}`, asking);
}
