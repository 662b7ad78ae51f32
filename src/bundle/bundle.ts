import { chmod, lstat, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describeFailure, type Environment, type RunCommand } from '../machine/command.ts';
import { binaryName } from '../run/prune-binaries.ts';
import { InputError } from '../settings/input-error.ts';
import { readAttemptFolder, type BundledAttempt } from './attempt.ts';
import { buildCommand } from './build-command.ts';
import { shareable, withoutSecrets } from './environment.ts';
import { copyFileStrictly, copyPackageFiles, type CopiedFiles } from './package-files.ts';
import { runScript } from './run-script.ts';
import { portableArguments } from './test-arguments.ts';

export interface BundlePorts {
  run: RunCommand;
  env: Environment;
}

export interface Bundle {
  /** Of the archive. */
  path: string;
  bytes: number;
  /** The folder in it. */
  name: string;
  /** The binary was not kept, so it was built again, from the sources as they are now. */
  builtAgain: boolean;
  ceilingBytes: number | null;
  copied: CopiedFiles;
}

const buildMs = 600_000;
const packMs = 300_000;

/** Packs what runs the test process of an attempt again elsewhere. Throws InputError where that cannot be had. */
export async function makeBundle(
  attemptFolder: string,
  target: string | null,
  ports: BundlePorts,
): Promise<Bundle> {
  const attempt = await readAttemptFolder(attemptFolder);
  const path = target === null ? join(attempt.folder, 'repro.tar.gz') : resolve(target);
  if (target !== null && (await lstat(path).catch(() => null)) !== null)
    throw new InputError([
      { where: '--to', what: `${target} is there already`, fix: 'name a file that is not' },
    ]);
  const staging = await mkdtemp(join(tmpdir(), 'crash-guard-bundle-'));
  try {
    const name = bundleName(attempt);
    const folder = join(staging, name);
    await mkdir(folder);
    const builtAgain = await putBinary(attempt, join(folder, binaryName), ports);
    const copied = await copyPackageFiles(attempt.planned.dir, join(folder, 'package'));
    await writeDescription(attempt, folder, { builtAgain, copied }, ports.env);
    await pack(staging, name, path, ports);
    const { ceilingBytes } = attempt;
    return { path, bytes: (await stat(path)).size, name, builtAgain, ceilingBytes, copied };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** `repro-store-memory-1`: safe as a file name and in a shell. */
function bundleName({ start, leg }: BundledAttempt): string {
  const last = start.package.split('/').at(-1) ?? '';
  const safe = `${last}-${leg.name}`.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80);
  return `repro-${safe}-${String(start.attempt)}`;
}

/** Whether it had to be built again. */
async function putBinary(
  { folder, leg, planned, plan, binary }: BundledAttempt,
  target: string,
  { run, env }: BundlePorts,
): Promise<boolean> {
  if (binary !== null) {
    await copyFileStrictly(binary, target);
  } else {
    const [program = 'go', ...args] = buildCommand(leg, planned.package, target);
    const options = { cwd: plan.directory, env: { ...env, ...leg.env }, timeoutMs: buildMs };
    const result = await run(program, args, options);
    if (result.kind !== 'exited' || result.code !== 0)
      throw new InputError([
        {
          where: folder,
          what: `its test binary was not kept, and could not be built again: ${describeFailure(result)}`,
          fix: `make "go test -c" succeed in ${planned.dir} first`,
        },
      ]);
  }
  await chmod(target, 0o755);
  return binary === null;
}

async function writeDescription(
  { start, end, leg, ceilingBytes, ownEnv }: BundledAttempt,
  folder: string,
  { builtAgain, copied }: Pick<Bundle, 'builtAgain' | 'copied'>,
  env: Environment,
): Promise<void> {
  const args = withoutSecrets(portableArguments(start.args ?? []), env);
  const shared = shareable({ ...leg.env, ...ownEnv });
  const attempt = String(start.attempt);
  const title = `${start.package}, leg ${leg.name}, attempt ${attempt}, ${leg.goVersion}`;
  const { limits } = start;
  const script = runScript({ title, args, env: shared, limits, ceilingBytes });
  await writeFile(join(folder, 'run.sh'), script, { mode: 0o755 });
  const description = {
    schema: 1,
    package: start.package,
    leg: leg.name,
    attempt: start.attempt,
    goVersion: leg.goVersion,
    startedAt: start.startedAt,
    ended: end === null ? null : { exitCode: end.exitCode, signal: end.signal },
    env: shared,
    limits,
    ceilingBytes,
    binary: builtAgain ? 'built again from the sources as they are now' : 'the one that ran',
    leftOut: copied.leftOut.slice(0, 1000),
  };
  await writeFile(join(folder, 'bundle.json'), `${JSON.stringify(description, null, 2)}\n`);
}

/** The archive is whole or absent. */
async function pack(
  staging: string,
  name: string,
  path: string,
  ports: BundlePorts,
): Promise<void> {
  const draft = join(staging, 'draft.tar.gz');
  const args = ['-c', '-z', '-f', draft, '-C', staging, name];
  const options = { cwd: staging, env: ports.env, timeoutMs: packMs };
  const result = await ports.run('tar', args, options);
  if (result.kind !== 'exited' || result.code !== 0)
    throw new InputError([
      { where: 'bundle', what: `tar ${describeFailure(result)}`, fix: 'install tar, make room' },
    ]);
  const beside = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await rm(beside, { force: true });
    await copyFileStrictly(draft, beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const what = `cannot write ${path}: ${(error as Error).message}`;
    throw new InputError([{ where: '--to', what, fix: 'name a file that this user may write' }]);
  }
}
