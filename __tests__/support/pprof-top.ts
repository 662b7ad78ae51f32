import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface TopRow {
  flat: number;
  cumulative: number;
}

export interface PprofTop {
  /** What the header calls the total. */
  total: number;
  /** Rows by function that are not zero. */
  rows: Map<string, TopRow>;
}

let program: string | null = null;

/** What `go tool pprof -top` says about a profile, to the last byte. */
export async function pprofTop(
  sampleType: string,
  profile: string,
  ...flags: string[]
): Promise<PprofTop> {
  program ??= execFileSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).trim();
  // Without it the parentheses are cut out of type arguments, as if they were C++.
  const exact = ['-top', '-symbolize=none', '-unit=B', '-nodefraction=0', '-nodecount=1000000'];
  const args = [...exact, `-sample_index=${sampleType}`, ...flags, profile];
  const { stdout } = await run(program, args, {
    maxBuffer: 1 << 28,
  });
  // Showing nodes accounting for 102761018B, 100% of 102761018B total
  const total = /^Showing nodes .* of (?<total>-?\d+)B? total$/m.exec(stdout)?.groups?.['total'];
  // 102761018B 80.97% 80.97% 102761018B 80.97%  example.com/inspect/held.keep (inline)
  const row =
    /^ *(?<flat>-?\d+)B? +\S+% +\S+% +(?<cumulative>-?\d+)B? +\S+% {2}(?<name>.+?)(?: \((?:partial-)?inline\))?$/gm;
  const rows = [...stdout.matchAll(row)].flatMap(({ groups }): [string, TopRow][] => {
    const { name = '', flat, cumulative } = groups!;
    const amounts = { flat: Number(flat), cumulative: Number(cumulative) };
    return amounts.flat === 0 && amounts.cumulative === 0 ? [] : [[name, amounts]];
  });
  return { total: Number(total), rows: new Map(rows) };
}
