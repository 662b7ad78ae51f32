import { lstat, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAttempts, type AttemptRecords } from '../attempts.ts';
import { goTestCommand } from '../go-test-command.ts';
import { runGoTest } from '../go-test-run.ts';
import { goTestFiles, layout } from '../layout.ts';
import { ownOutputs } from '../own-outputs.ts';
import { binaryName } from '../prune-binaries.ts';
import type { LegRequest } from '../run-leg.ts';
import { shimFile } from '../shim-file.ts';

/** A test binary that a first run left behind, and how it was called. */
export interface KeptBinary {
  path: string;
  args: readonly string[];
}

/** Linking takes seconds; a build that hangs is no use. */
const patienceMs = 300_000;

/**
 * The binary of a package's last attempt under go test. One that ended with exit code 0 left none: then go test links the same
 * once more.
 */
export async function keptBinary(
  request: LegRequest,
  name: string,
): Promise<KeptBinary | { problem: string }> {
  const own = await goTestAttempts(request, name);
  for (const attempt of own.toReversed()) {
    const found = await binaryOf(attempt);
    if (found !== null) return found;
  }
  const last = own.at(-1);
  if (last === undefined) return { problem: 'its test binary never started' };
  await linkAgain(request, name, last.folder);
  return (
    (await binaryOf(last)) ?? {
      problem: 'its test binary was not kept, and could not be linked once more',
    }
  );
}

/** With what arguments go test started the binary; none where it did not. */
export async function startArguments(
  request: LegRequest,
  name: string,
): Promise<readonly string[]> {
  return (await goTestAttempts(request, name)).at(-1)?.start?.args ?? [];
}

/** Those that go test itself made in this run. */
async function goTestAttempts(
  { out, plan, run }: LegRequest,
  name: string,
): Promise<AttemptRecords[]> {
  const attempts = await readAttempts(layout.package(out, plan.leg.name, name));
  return attempts.filter(
    ({ start, diagnose }) => start?.run === run && (start.rerun ?? 0) === 0 && !diagnose,
  );
}

async function binaryOf({ folder, start }: AttemptRecords): Promise<KeptBinary | null> {
  const path = join(folder, binaryName);
  const file = await lstat(path).catch(() => null);
  return file?.isFile() === true && start?.args !== undefined ? { path, args: start.args } : null;
}

/** Has go test hand the binary of a package to the shim, which keeps it and runs nothing. */
async function linkAgain(request: LegRequest, name: string, target: string): Promise<void> {
  const { out, plan, guard } = request;
  const planned = plan.packages.find((item) => item.package === name);
  if (planned === undefined) return;
  const leg = layout.leg(out, plan.leg.name);
  await mkdir(leg, { recursive: true });
  const folder = await mkdtemp(join(leg, 'link-'));
  try {
    const shim = shimFile({
      ...{ out, folder, run: request.run, snapshot: request.snapshot, diagnose: '', keep: 'only' },
      plan: { ...plan, packages: [planned] },
      cores: { enabled: false, pattern: '' },
      usableBytes: guard.usableBytes,
      rerun: { number: 0, place: target, leaks: false },
    });
    await writeFile(goTestFiles.shim(folder), JSON.stringify(shim));
    const extraFlags = ['-vet=off', '-count=1', ...ownOutputs(plan, folder)];
    await runGoTest({
      ...{ keeper: plan.probe.keeper, folder, maxMs: patienceMs, directory: request.directory },
      command: goTestCommand(plan, goTestFiles.overlay(leg), { patterns: [name], extraFlags }),
      ceilingBytes: guard.ceilingBytes,
      tiers: guard.tiers,
      env: plan.env,
      cancellation: request.cancellation,
      onChunk: () => undefined,
      onPoll: () => Promise.resolve(),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
