import { isAbsolute } from 'node:path';
import * as z from 'zod/mini';
import { InputError } from '../settings/input-error.ts';
import { describeFailure, uninterrupted, type Environment, type RunCommand } from './command.ts';

/** The go command as one leg sees it. */
export interface GoToolchain {
  /** `go1.26.8` */
  version: string;
  /** 26 for go1.26.8 */
  minor: number;
  goroot: string;
  gocache: string;
  gomodcache: string;
  /** Where go test builds and starts test binaries, '' for the system's temporary folder. */
  gotmpdir: string;
  goflags: string;
  /** The go.work file in use, '' for none. */
  gowork: string;
  /** The go.mod file in use, '' outside a module. */
  gomod: string;
  goos: string;
  goarch: string;
  hostOs: string;
  hostArch: string;
  cgo: boolean;
  cc: string;
  /** Suffix of executables on the host. */
  exe: string;
}

export const oldestMinor = 21;

const envSchema = z.object({
  GOVERSION: z.string(),
  GOROOT: z.string(),
  GOCACHE: z.string(),
  GOMODCACHE: z.string(),
  GOTMPDIR: z.string(),
  GOFLAGS: z.string(),
  GOWORK: z.string(),
  GOMOD: z.string(),
  GOOS: z.string(),
  GOARCH: z.string(),
  GOHOSTOS: z.string(),
  GOHOSTARCH: z.string(),
  CGO_ENABLED: z.string(),
  CC: z.string(),
  GOEXE: z.string(),
});

/** Asks the go command for its environment in a folder. Throws InputError when there is none or when it is too old. */
export async function inspectGo(
  run: RunCommand,
  directory: string,
  env: Environment,
): Promise<GoToolchain> {
  const names = Object.keys(envSchema.shape);
  const result = uninterrupted(
    'go env',
    await run('go', ['env', '-json', ...names], { cwd: directory, env }),
  );
  if (result.kind === 'not-started') {
    throw new InputError([
      {
        where: 'go',
        what: 'the go command was not found in PATH',
        fix: `install Go 1.${String(oldestMinor)} or later (https://go.dev/dl/, or the actions/setup-go action) and try again`,
      },
    ]);
  }
  const parsed = result.code === 0 ? parseEnv(result.stdout) : null;
  if (parsed === null) {
    const fix = 'run "go env" in that folder; it must succeed first';
    throw new InputError([
      { where: `go env (in ${directory})`, what: describeFailure(result), fix },
    ]);
  }
  const toolchain = toToolchain(parsed);
  if (toolchain.minor < oldestMinor) {
    throw new InputError([
      {
        where: 'go',
        what: `${toolchain.version} is too old`,
        fix: `use Go 1.${String(oldestMinor)} or later`,
      },
    ]);
  }
  // "off" also where neither GOCACHE nor HOME is set. The go command refuses to build then.
  if (!isAbsolute(toolchain.gocache)) {
    throw new InputError([
      {
        where: `go env (in ${directory})`,
        what: `there is no build cache: GOCACHE is ${JSON.stringify(env['GOCACHE'] ?? toolchain.gocache)}`,
        fix: 'set GOCACHE to the absolute path of a folder, or HOME to the home folder of this user',
      },
    ]);
  }
  return toolchain;
}

function parseEnv(json: string): z.infer<typeof envSchema> | null {
  try {
    const parsed = envSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function toToolchain(env: z.infer<typeof envSchema>): GoToolchain {
  // go1.26.8   go1.27rc1   devel go1.28-3c5f1d2 ...
  const minor = /go1\.(?<minor>\d+)/.exec(env.GOVERSION)?.groups?.['minor'];
  const none = env.GOMOD === '' || env.GOMOD === '/dev/null' || env.GOMOD === 'NUL';
  return {
    version: env.GOVERSION,
    minor: Number(minor ?? 0),
    goroot: env.GOROOT,
    gocache: env.GOCACHE,
    gomodcache: env.GOMODCACHE,
    gotmpdir: env.GOTMPDIR,
    goflags: env.GOFLAGS,
    gowork: env.GOWORK === 'off' ? '' : env.GOWORK,
    gomod: none ? '' : env.GOMOD,
    goos: env.GOOS,
    goarch: env.GOARCH,
    hostOs: env.GOHOSTOS,
    hostArch: env.GOHOSTARCH,
    cgo: env.CGO_ENABLED === '1',
    cc: env.CC,
    exe: env.GOHOSTOS === 'windows' ? '.exe' : '',
  };
}
