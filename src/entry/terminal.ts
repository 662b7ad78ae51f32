import picocolors from 'picocolors';
import { commandRunner, type RunCommand } from '../machine/command.ts';
import type { Page } from '../render/inspection-page.ts';
import type { Paint } from '../render/paint.ts';
import { createCancellation, type CancellationSource } from '../run/cancellation.ts';
import { exitCodes } from './exit-code.ts';

/** Columns where the output is no terminal. */
const plainWidth = 120;

/** What every command of the command line works with. */
export interface Terminal {
  write: (text: string) => void;
  paint: Paint;
  page: () => Page;
  cancellation: CancellationSource;
  runCommand: RunCommand;
  /** The folder of the Go sources that ride along. */
  probeDirectory: string;
  catalogFile: URL;
  /** The folder of what the pages about heap usage are made of. */
  heapPageDirectory: string;
  /** The words after `--`. */
  goTestWords: string[];
  /** From now on SIGINT and SIGTERM ask what goes on to stop. */
  listen: () => void;
  /** Ends with 0, or as a signal that came meanwhile demands. */
  endWell: () => void;
}

export function openTerminal(
  places: Pick<Terminal, 'probeDirectory' | 'catalogFile' | 'heapPageDirectory' | 'goTestWords'>,
): Terminal {
  const { green, red, dim, bold } = picocolors;
  const paint: Paint = { good: green, bad: red, dim, bold };
  const cancellation = createCancellation();
  // A reader that goes away (`| head`) must not break the run.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    ...places,
    write: (text) => {
      process.stdout.write(text);
    },
    paint,
    page: () => ({ width: process.stdout.isTTY ? process.stdout.columns : plainWidth, paint }),
    cancellation,
    runCommand: commandRunner(cancellation.stop),
    listen() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => {
          cancellation.request(signal);
        });
      }
    },
    endWell() {
      const cancelled = cancellation.requested();
      process.exitCode = cancelled === null ? exitCodes.pass : exitCodes[cancelled];
    },
  };
}
