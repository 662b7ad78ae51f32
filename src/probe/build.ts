import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  describeFailure,
  uninterrupted,
  type Environment,
  type RunCommand,
} from '../machine/command.ts';
import type { GoToolchain } from '../machine/go-toolchain.ts';

/** The Go programs that ride along, built for this host. Absolute paths. */
export interface Probe {
  shim: string;
  keeper: string;
  declared: string;
  overlayvet: string;
}

export interface ProbeSources {
  /** The folder with go.mod, shim/, keeper/, declared/, overlayvet/ and agent/: `probe` beside the bundle. */
  directory: string;
  run: RunCommand;
  env: Environment;
}

const commands = ['shim', 'keeper', 'declared', 'overlayvet'] as const;

/**
 * Builds the probe with the user's toolchain, once a toolchain and probe version: the binaries lie in the Go build cache, so
 * that they live and travel with the cached test results, whose keys hold the shim's path.
 */
export async function buildProbe(sources: ProbeSources, go: GoToolchain): Promise<Probe> {
  const key = await hashSources(sources.directory, go);
  const bin = join(go.gocache, 'crash-guard', 'bin', key);
  const path = (name: string): string => join(bin, `${name}${go.exe}`);
  const probe = {
    shim: path('shim'),
    keeper: path('keeper'),
    declared: path('declared'),
    overlayvet: path('overlayvet'),
  };
  if (await allExist(Object.values(probe))) return probe;

  const temporary = `${bin}.${randomBytes(4).toString('hex')}.tmp`;
  await mkdir(temporary, { recursive: true });
  const packages = commands.map((name) => `./${name}`);
  const args = ['build', '-trimpath', '-buildvcs=false', '-o', `${temporary}/`, ...packages];
  // Nothing of the user's settings (flags, workspace, target, experiments) may leak into the host's tools.
  const env = {
    ...sources.env,
    CGO_ENABLED: '0',
    GOFLAGS: '',
    GOWORK: 'off',
    GO111MODULE: 'on',
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: '',
  };
  const built = await sources.run('go', args, { cwd: sources.directory, env });
  if (built.kind !== 'exited' || built.code !== 0) {
    await rm(temporary, { recursive: true, force: true });
    const result = uninterrupted('building the probe', built);
    throw new Error(`the probe could not be built with ${go.version}: ${describeFailure(result)}`);
  }
  await publish(temporary, bin);
  if (!(await allExist(Object.values(probe))))
    throw new Error(`the probe was built but is not in ${bin}`);
  return probe;
}

/** Two runs may build at once: the first wins, the other's copy is dropped. */
async function publish(temporary: string, bin: string): Promise<void> {
  try {
    await rename(temporary, bin);
  } catch {
    if (await allExist(commands.map((name) => join(bin, name)))) {
      await rm(temporary, { recursive: true, force: true });
      return;
    }
    // A folder that is incomplete: someone deleted parts of the cache.
    await rm(bin, { recursive: true, force: true });
    await rename(temporary, bin);
  }
}

async function allExist(paths: string[]): Promise<boolean> {
  const found = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

async function hashSources(directory: string, go: GoToolchain): Promise<string> {
  const hash = createHash('sha256').update(`${go.version} ${go.hostOs}/${go.hostArch}\n`);
  // Tools that are built on demand have keys of their own.
  const files = (await goFiles(directory)).filter((file) => !/^(?:audit|callers)\//.test(file));
  for (const file of files) {
    hash.update(`${file}\n`).update(await readFile(join(directory, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

/** Paths of the probe's own Go files, relative to its folder, sorted; tests are not part of it. */
export async function goFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true });
  return entries
    .map((entry) => entry.replaceAll('\\', '/'))
    .filter((entry) => entry === 'go.mod' || (entry.endsWith('.go') && !entry.endsWith('_test.go')))
    .sort();
}
