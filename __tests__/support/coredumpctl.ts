import { writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import type { CommandResult, RunCommand } from '../../src/machine/command.ts';

/** A core as the journal knows it. */
export interface JournalCore {
  pid: number;
  boot: string;
  /** null: too large to be stored, or removed since. */
  bytes: Buffer | null;
  /** It is found from this call on. */
  fromCall?: number;
}

/**
 * coredumpctl dump as coredumpctl(1) describes it: the last core that all matches fit goes to the file of --output; exit code 0,
 * or another one where none fits or none is stored. The file is opened once one fits, whatever comes of it.
 */
export function fakeCoredumpctl(journal: readonly JournalCore[]): {
  run: RunCommand;
  calls: string[][];
} {
  const calls: string[][] = [];
  const ended = (code: number, stdout: string, stderr: string): Promise<CommandResult> =>
    Promise.resolve({ kind: 'exited', code, stdout, stderr });
  return {
    calls,
    run: (command, args) => {
      if (command !== 'coredumpctl') throw new Error(`what is ${command}?`);
      calls.push([...args]);
      const [verb, ...rest] = args;
      if (verb !== 'dump') throw new Error(`coredumpctl ${String(verb)} is not known here`);
      const output = rest.find((word) => word.startsWith('--output='))?.slice('--output='.length);
      const pid = rest.find((word) => /^\d+$/.test(word));
      const boot = rest.find((word) => word.startsWith('_BOOT_ID='))?.slice('_BOOT_ID='.length);
      if (output === undefined) throw new Error('the core would go to stdout');
      const found = journal.findLast(
        (core) =>
          (pid === undefined || core.pid === Number(pid)) &&
          (boot === undefined || core.boot === boot) &&
          calls.length >= (core.fromCall ?? 1),
      );
      if (found === undefined) return ended(1, '', 'No match found.\n');
      writeFileSync(output, found.bytes ?? Buffer.alloc(0));
      const info = `           PID: ${String(found.pid)} (pkg.test)\n        Signal: 6 (ABRT)\n`;
      if (found.bytes !== null) return ended(0, info, '');
      const absent =
        'Coredump entry has no core attached (neither internally in the journal nor externally on disk).';
      return ended(1, info, `${absent}\n`);
    },
  };
}
