import { scanCrashes } from './crash-scanner.ts';
import { bareCrash } from './runtime/bare-crash.ts';
import { parseGoroutines } from './goroutines/goroutines.ts';
import { endsProcess, type ParsedCrash } from './parsed-crash.ts';

// The crash file (runtime/debug.SetCrashOutput) is written by the Go runtime alone: what stands there is no imitation. It leaves out
// the line `fatal error: ...`, which is on the standard error only.

/** What the runtime wrote while the process died; null when it wrote nothing that can be read. */
export function parseCrashFile(text: string): ParsedCrash | null {
  const [crash] = scanCrashes(text);
  if (crash !== undefined) return { ...crash, survived: false };
  const goroutines = parseGoroutines(text);
  if (goroutines.length === 0) return null;
  return bareCrash('fatal-error', '', {
    firstLine: 1,
    lineCount: text.split('\n').length,
    stacks: goroutines.map((goroutine, index) => ({
      role: index === 0 ? 'crashing' : 'other',
      goroutine,
      access: null,
      title: '',
    })),
  });
}

const maxDistance = 3;
const maxMessageChars = 300;

/**
 * The crashes of one process, from its output and its crash file. Of those that end a process, the file's is the one: what the output
 * shows besides is another program's or an imitation. With a reliable file that is empty there was none. `output` is the text of which
 * `fromOutput` was read, or its end.
 */
export function reconcile(
  fromOutput: readonly ParsedCrash[],
  file: ParsedCrash | null,
  fileIsReliable: boolean,
  output = '',
): ParsedCrash[] {
  if (file === null && !fileIsReliable) return [...fromOutput];
  const reports = fromOutput.filter((crash) => !endsProcess(crash.kind));
  if (file === null) return reports;
  const same = fromOutput.findLast((crash) => endsProcess(crash.kind) && sameCrash(crash, file));
  return [same === undefined ? withThrow(file, output) : merged(same, file), ...reports];
}

/**
 * A race report is written line by line while another thread may be dying: what the runtime threw can then stand in its midst, where no
 * crash begins. The only such words of an output are the runtime's.
 */
function withThrow(file: ParsedCrash, output: string): ParsedCrash {
  if (file.kind !== 'fatal-error' || file.message !== '') return file;
  if (!output.includes('WARNING: DATA RACE')) return file;
  const [, said, ...others] = output.split('fatal error: ');
  const message = said?.slice(0, maxMessageChars).split('\n', 1)[0]?.trim() ?? '';
  return others.length > 0 ? file : { ...file, message };
}

/** The output may be cut or mixed with other text: the first frames of a goroutine that both have decide. */
function sameCrash(printed: ParsedCrash, { kind, message, stacks }: ParsedCrash): boolean {
  const [first] = stacks;
  if (first === undefined) return printed.kind === kind && printed.message === message;
  const { id, frames } = first.goroutine;
  // A throw on the system's stack has no goroutine of its own.
  const own = printed.stacks.find(({ goroutine }) => goroutine.id === id)?.goroutine;
  if (own === undefined) return false;
  const names = own.frames.slice(0, maxDistance).map(({ function: name }) => name);
  return names.every((name, index) => frames[index]?.function === name);
}

/** Message and remarks as they were printed, stacks as the runtime wrote them. */
function merged(printed: ParsedCrash, file: ParsedCrash): ParsedCrash {
  return file.stacks.length >= printed.stacks.length
    ? {
        ...printed,
        stacks: file.stacks,
        omittedStacks: file.omittedStacks,
        truncated: file.truncated,
      }
    : printed;
}
