#!/usr/bin/env node
// The command line of Huijia. It runs TypeScript as it stands, from whatever folder one is in.
import { fileURLToPath } from 'node:url';

process.env['TSX_TSCONFIG_PATH'] ??= fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
