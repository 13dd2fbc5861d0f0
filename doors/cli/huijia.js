#!/usr/bin/env node
// The command line of Huijia. It runs what was compiled ahead, from whatever folder one is in.
// `huijia … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// The package brings its own Node 24 along.
if (!process.features.typescript) {
  process.stderr.write(
    `惠家命令行要用 Node 24，这里是 ${process.version}。请在惠家的目录里用 npx huijia，它用随附的 Node；没有做任何改动。\n` +
      `Huijia's commands take Node 24; this is ${process.version}. Run npx huijia in Huijia's folder: it takes the Node that came with it. Nothing was changed.\n`,
  );
  process.exit(2);
}
const { compiled } = await import('../../building/compiled/launch.js');
const { main } = await import(await compiled('doors/cli/main.ts'));
process.exitCode = await main(process.argv.slice(2));
