#!/usr/bin/env node
// The command line of Huijia. It runs TypeScript as it stands, from whatever folder one is in.
import { fileURLToPath } from 'node:url';

// `huijia … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.env['TSX_TSCONFIG_PATH'] ??= fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
