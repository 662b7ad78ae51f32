import { dirname, join, resolve } from 'node:path';
import { crashingGoroutine, parseDelveGoroutines, parseDelveStack } from '../crash/delve.ts';
import { listGoroutines } from '../crash/goroutines/goroutine-listing.ts';
import { relativeTo } from '../crash/frame.ts';
import { parseGoroutines } from '../crash/goroutines/goroutines.ts';
import type { CoreInspection } from '../report/inspection.ts';
import { readBounded } from '../run/bounded-file.ts';
import { findCoreProgram } from './core-program.ts';
import { askDebugger } from './debugger.ts';
import type { InspectOptions, InspectPorts } from './ports.ts';

const maxStackDepth = 30;
const maxCrashingDepth = 60;
const maxCrashTextBytes = 16 << 20;

/** Reads a core with dlv and the program beside `named`; `core` is the unpacked file. Without them, what crash.txt says. */
export async function inspectCore(
  named: string,
  core: string,
  ports: InspectPorts,
  options: InspectOptions,
): Promise<CoreInspection> {
  const folder = dirname(named);
  const inspection: CoreInspection = {
    kind: 'core',
    path: named,
    program: null,
    crashing: null,
    goroutines: null,
    gaps: [],
  };
  const { path: program, gaps } = await findCoreProgram(folder);
  inspection.gaps.push(...gaps);
  if (program !== null) await askDelve(inspection, program, core, ports, options);
  if (inspection.goroutines === null) {
    const crash = await readBounded(join(folder, 'crash.txt'), maxCrashTextBytes);
    const goroutines = parseGoroutines(crash ?? '');
    if (goroutines.length > 0) {
      inspection.goroutines = listGoroutines(goroutines, options);
      inspection.gaps.push(
        'the goroutines are those that the runtime printed when it crashed (crash.txt)',
      );
    }
  }
  return inspection;
}

async function askDelve(
  inspection: CoreInspection,
  program: string,
  core: string,
  { env, scratch: home, stop }: InspectPorts,
  options: InspectOptions,
): Promise<void> {
  const ask = (...commands: string[]): ReturnType<typeof askDebugger> =>
    askDebugger(resolve(program), resolve(core), commands, { env, home, stop });
  const listed = await ask(`goroutines -t ${String(maxStackDepth)}`);
  switch (listed.kind) {
    case 'missing':
      inspection.gaps.push(
        'dlv is not in PATH, and only it can read a core: go install github.com/go-delve/delve/cmd/dlv@latest, and have the bin folder of `go env GOPATH` in PATH',
      );
      return;
    case 'failed':
      inspection.gaps.push(listed.because);
      return;
    case 'answered':
      inspection.program = program;
  }
  const { goroutines, current } = parseDelveGoroutines(listed.text);
  if (goroutines.length === 0) {
    inspection.gaps.push('dlv found no goroutines in it: is this the program that made the core?');
    return;
  }
  inspection.goroutines = listGoroutines(goroutines, options);
  const id = crashingGoroutine(goroutines, current);
  if (id === null) return;
  const stack = await ask(`goroutine ${String(id)} stack ${String(maxCrashingDepth)} -full`);
  const frames = stack.kind === 'answered' ? parseDelveStack(stack.text) : [];
  if (frames.length > 0)
    inspection.crashing = {
      goroutine: id,
      frames: frames.map((frame) => relativeTo(options.moduleDirectory, frame)),
    };
  else if (stack.kind === 'failed') inspection.gaps.push(stack.because);
}
