import { splitQuotedWords } from '../settings/quoted-words.ts';
import type { HostFiles } from './host-files.ts';
import { findProgram } from './program.ts';

/** The C compiler that cgo, and with it the race detector, would call. */
export interface CCompiler {
  /** What CC says, without its arguments: `gcc`. */
  command: string;
  /** null: not in PATH. */
  path: string | null;
}

/** @param cc what `go env CC` says, a command with arguments */
export async function findCCompiler(
  cc: string,
  searchPath: string,
  files: HostFiles,
): Promise<CCompiler> {
  const split = splitQuotedWords(cc);
  const command = 'words' in split ? (split.words[0] ?? '') : cc;
  return { command, path: await findProgram(command, searchPath, files) };
}
