import { chooseLanguage } from '../../values/choose-language.ts';
import { languages } from '../../values/words/made/languages.ts';
import { furtherFor, languageOf, exit, type Exit, type Io } from './io.ts';
import { commonOptions, type OptionKinds, readArguments, textValue } from './arguments.ts';
import { commands } from './known-commands.ts';
import { wordsIn } from './words/made/all.ts';
import type { Words } from './words/made/words.ts';

const everyOption: OptionKinds = Object.assign(
  {},
  commonOptions,
  ...[...commands.values()].map(({ options }) => options),
);

function wrong(io: Io, sentence: string, asJson: boolean): Exit {
  const words = wordsIn(io.language);
  io.err(`${sentence}\n${words.usageHint}\n`);
  if (asJson) io.out(`${JSON.stringify({ error: { code: 'usage', message: sentence } })}\n`);
  return exit.usage;
}

function usageOf(words: Words): string {
  const lines = words.usage.map((line) => (typeof line === 'string' ? line : line({ languages: languages.join('|') })));
  return `${lines.join('\n')}\n`;
}

/** Runs one command and gives the status for the shell: 0 fine, 1 faults found, 2 used wrongly. */
export async function main(
  argv: readonly string[],
  at: Partial<Io> & { readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Exit> {
  const io: Io = {
    out: at.out ?? ((text) => void process.stdout.write(text)),
    err: at.err ?? ((text) => void process.stderr.write(text)),
    cwd: at.cwd ?? process.cwd(),
    language: at.language ?? languageOf(at.env ?? process.env),
    further: [],
  };
  const asJson = argv.includes('--json');
  // The language first, so that what is wrong with the rest is said in it.
  const read = readArguments(argv, everyOption, wordsIn(io.language));
  const asked = read.kind === 'given' ? textValue(read.given, 'lang') : languageIn(argv);
  const language = asked === undefined ? io.language : chooseLanguage([asked]);
  if (language === undefined)
    return wrong(io, wordsIn(io.language).badLanguage({ known: languages.join(', '), name: asked ?? '' }), asJson);
  return runCommand({ ...io, language, further: await furtherFor(language) }, argv, asJson);
}

/** The language that was asked for among arguments that are wrong. */
function languageIn(argv: readonly string[]): string | undefined {
  const joined = argv.find((one) => one.startsWith('--lang='));
  const before = argv.indexOf('--lang');
  return joined?.slice('--lang='.length) ?? (before === -1 ? undefined : argv[before + 1]);
}

async function runCommand(io: Io, argv: readonly string[], asJson: boolean): Promise<Exit> {
  const words = wordsIn(io.language);
  const read = readArguments(argv, everyOption, words);
  if (read.kind === 'wrong') return wrong(io, read.sentence, asJson);
  const [name, ...positionals] = read.given.positionals;
  if (read.given.values['help'] === true || name === 'help') {
    io.out(usageOf(words));
    return exit.fine;
  }
  if (name === undefined) {
    io.err(usageOf(words));
    return exit.usage;
  }
  const command = commands.get(name);
  if (command === undefined) return wrong(io, words.unknownCommand({ name }), asJson);
  const stray = Object.keys(read.given.values).find((key) => !(key in commonOptions) && !(key in command.options));
  if (stray !== undefined) return wrong(io, words.unknownOption({ name: `--${stray}` }), asJson);
  const run = await command.load();
  return run(io, { ...read.given, positionals });
}
