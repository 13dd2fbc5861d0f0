import { parseArgs } from 'node:util';
import { literalResults, NoKit } from './kit.ts';
import { reportOn, reportText } from './report.ts';
import { UnreadableFile } from './xml.ts';

// `npm run tck -- FOLDER [--json] [--verbose]`: exit code 0 when nothing is wrong, 1 when a value is, 2 when the kit can't be run.

const usage = 'Usage: npm run tck -- FOLDER [--json] [--verbose]\n';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { json: { type: 'boolean' }, verbose: { type: 'boolean' } },
});
const [folder, ...more] = positionals;
const unknown = Object.keys(values).filter((name) => name !== 'json' && name !== 'verbose');

async function run(kit: string): Promise<number> {
  try {
    const report = reportOn(await literalResults(kit));
    const { figures, wrong } = report;
    const json = { ...figures, ...(values['verbose'] === true && { wrongResults: wrong }) };
    process.stdout.write(
      values['json'] === true ? `${JSON.stringify(json, null, 2)}\n` : reportText(report, values['verbose'] === true),
    );
    return wrong.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NoKit) && !(error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${error.message} Nothing was judged.\n`);
    return 2;
  }
}

if (folder === undefined || more.length > 0 || unknown.length > 0) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else process.exitCode = await run(folder);
