import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { addRun } from './entry/commands/run.ts';
import { exitCodes } from './entry/exit-code.ts';
import { describeFailure } from './entry/failure.ts';
import { openTerminal } from './entry/terminal.ts';
import { version } from './version.ts';

const { own, goTest } = splitAtTerminator(process.argv.slice(2));
const terminal = openTerminal({
  probeDirectory: fileURLToPath(new URL('./probe/', import.meta.url)),
  catalogFile: new URL('./catalog.json', import.meta.url),
  heapPageDirectory: fileURLToPath(new URL('./heap-page/', import.meta.url)),
  goTestWords: goTest,
});
const program = new Command('go-crash-guard')
  .description('Runs the tests of a Go module under guard and says how every one of them ended.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(see go-crash-guard --help)');
addRun(program, terminal);
if (own[0] !== 'run' && own[0] !== '--version') {
  const { addOthers } = await import('./entry/commands/others.ts');
  addOthers(program, terminal);
}

try {
  await program.parseAsync(own, { from: 'user' });
} catch (error) {
  process.exitCode = fail(error);
}

function fail(error: unknown): number {
  // commander has printed its own message; help and version end with 0.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongInput;
  const { text, code } = describeFailure(error);
  process.stderr.write(`go-crash-guard: ${text}`);
  return code;
}

function splitAtTerminator(args: string[]): { own: string[]; goTest: string[] } {
  const at = args.indexOf('--');
  return at < 0
    ? { own: args, goTest: [] }
    : { own: args.slice(0, at), goTest: args.slice(at + 1) };
}
