import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFold } from '../gotest/fold.ts';
import type { GoToolchain } from '../machine/go-toolchain.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import { makeOverlay } from '../probe/inject.ts';
import { joinQuotedWords } from '../settings/quoted-words.ts';
import { memProfileRate } from '../settings/settings.ts';
import type { Cancellation } from './cancellation.ts';
import { layout } from './layout.ts';
import { peakRss } from './peak-rss.ts';
import type { LegPlan } from './plan-legs.ts';
import type { LegStatus, Progress } from './progress.ts';
import { followFile } from './tail.ts';

export interface LegRequest {
  plan: LegPlan;
  out: string;
  run: string;
  directory: string;
  probeDirectory: string;
  progress: Progress;
  cancellation: Cancellation;
}

const pollMs = 100;
const tickMs = 500;

/** Runs one leg under a keeper. Everything that matters goes to files; what is folded here is only for the person who watches. */
export async function runLeg(request: LegRequest): Promise<void> {
  const { plan, out, progress } = request;
  const { name } = plan.leg;
  const args = await prepareLeg(request);
  const events = await open(layout.events(out, name), 'w');
  const stderr = await open(layout.goStderr(out, name), 'w');
  const planned = new Set(plan.packages.map((item) => item.package));
  progress.legStarted(name, planned.size, plan.leg.goTestFlags.verbose);
  const began = Date.now();
  const keeper = spawn(plan.probe.keeper, args, {
    cwd: request.directory,
    env: { ...plan.env, CRASH_GUARD_SHIM: layout.shim(out, name) },
    stdio: ['pipe', events.fd, stderr.fd],
    // A session of its own: Ctrl-C reaches us, and we tell the keeper, which knows what to end in which order.
    detached: true,
    windowsHide: true,
  });
  const ended = waitFor(keeper);
  const stopListening = forwardCancellation(keeper, request.cancellation);
  let done = 0;
  const fold = createFold({
    packageEnded(endedPackage, state) {
      if (planned.has(endedPackage.package)) done++;
      progress.packageEnded(name, endedPackage, state);
    },
    output: (event) => {
      progress.output(name, event);
    },
  });
  const peak = peakRss(out, name);
  const status = async (): Promise<LegStatus> => {
    const started = [...fold.state.packages.values()].filter((item) => item.started);
    const names = (ended: boolean): string[] =>
      started.filter((item) => (item.action !== null) === ended).map((item) => item.package);
    const running = names(false);
    const peakRssBytes = await peak.observe(running, names(true));
    return {
      leg: name,
      total: planned.size,
      done,
      running,
      elapsedMs: Date.now() - began,
      peakRssBytes,
    };
  };
  const tail = await followFile(layout.events(out, name), fold.push);
  try {
    let lastTick = 0;
    for (;;) {
      const over = await Promise.race([ended.then(() => true), sleep(pollMs)]);
      await tail.read();
      if (over) break;
      if (Date.now() - lastTick >= tickMs) {
        lastTick = Date.now();
        progress.tick(await status());
      }
    }
    fold.end();
    progress.legEnded(await status());
  } finally {
    stopListening();
    await Promise.all([tail.close(), events.close(), stderr.close()]);
  }
  const failure = await ended;
  if (failure !== null)
    throw new Error(`the keeper of leg ${name} could not be started: ${failure.message}`);
}

/** The keeper's arguments for a leg: its record folder, then the go test command. Writes what shim and go read. */
async function prepareLeg(request: LegRequest): Promise<string[]> {
  const { plan, out } = request;
  const folder = layout.leg(out, plan.leg.name);
  await mkdir(folder, { recursive: true });
  const overlay = await makeOverlay({
    packages: plan.packages,
    probeDirectory: request.probeDirectory,
    scratch: join(folder, 'inject'),
    userOverlay: plan.userOverlay,
  });
  await writeFile(layout.overlay(out, plan.leg.name), JSON.stringify({ Replace: overlay }));
  await writeFile(layout.shim(out, plan.leg.name), JSON.stringify(shimFile(request)));
  return [folder, '--', ...goTestCommand(request.plan, layout.overlay(out, plan.leg.name))];
}

/** The go test command of a leg. Its -exec text is the same from run to run, because go test's result cache is keyed by it. */
export function goTestCommand(plan: LegPlan, overlayPath: string): string[] {
  const { leg } = plan;
  const { exec: wrapper, toolexec } = leg.goTestFlags;
  const wrap = wrapper.length === 0 ? [] : ['-wrap', String(wrapper.length), ...wrapper];
  const overlayvet = vetKnowsOverlays(plan.go) ? [] : [plan.probe.overlayvet, overlayPath];
  const tools = [...overlayvet, ...toolexec];
  return [
    'go',
    'test',
    '-json',
    commandFlag('exec', [plan.probe.shim, ...wrap]),
    ...(tools.length === 0 ? [] : [commandFlag('toolexec', tools)]),
    `-overlay=${overlayPath}`,
    `-race=${String(leg.race)}`,
    // Packages come before the user's flags: the go command takes no package after a flag that it does not know.
    ...plan.patterns,
    ...leg.goTestFlags.words,
  ];
}

/** From Go 1.24 vet reads the files that the overlay names; before, it looked for them where they only seem to lie. */
function vetKnowsOverlays(go: GoToolchain): boolean {
  return go.minor >= 24;
}

function commandFlag(name: 'exec' | 'toolexec', words: readonly string[]): string {
  const text = joinQuotedWords(words);
  if (text === null)
    throw new Error(
      `a word of the -${name} command holds both kinds of quotes: ${words.join(' ')}`,
    );
  return `-${name}=${text}`;
}

function shimFile(request: LegRequest): Record<string, unknown> {
  const { plan, out, run } = request;
  const { leg } = plan;
  return {
    schema: 1,
    run,
    leg: leg.name,
    store: recordStore(plan),
    testLog: leg.goTestFlags.exec.length === 0,
    heapProfile: leg.heapProfile,
    memProfileRate,
    fallbackDir: layout.strayPackages(out, leg.name),
    packages: Object.fromEntries(
      plan.packages.map((item) => [
        item.dir,
        {
          package: item.package,
          dir: layout.package(out, leg.name, item.package),
          agent: agentMode(item),
        },
      ]),
    ),
  };
}

function agentMode(planned: PlannedPackage): '' | 'sample' | 'quiet' {
  if (planned.injection === 'none') return '';
  return planned.quiet ? 'quiet' : 'sample';
}

/** Where records of cacheable results are kept: in the Go build cache, so that they travel with the results that name them. */
export function recordStore(plan: LegPlan): string {
  return join(plan.go.gocache, 'crash-guard', 'records');
}

function forwardCancellation(keeper: ChildProcess, cancellation: Cancellation): () => void {
  // A keeper that is already gone closes the pipe.
  keeper.stdin?.on('error', () => undefined);
  const tell = (signal: string, urgent: boolean): void => {
    keeper.stdin?.write(`${urgent ? 'SIGKILL' : signal}\n`);
  };
  const requested = cancellation.requested();
  if (requested !== null) tell(requested, false);
  return cancellation.onRequest(tell);
}

/** Resolves when the keeper is gone: null, or the error that kept it from starting. */
function waitFor(child: ChildProcess): Promise<Error | null> {
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', () => {
      resolve(null);
    });
  });
}

/** Does not keep the program alive: what is waited for does. */
function sleep(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, false).unref();
  });
}
