import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandResult, Environment } from '../machine/command.ts';
import type { GoToolchain } from '../machine/go-toolchain.ts';
import type { ProbeSources } from './build.ts';

/** A Go program that rides along and is built when a command needs it. */
export interface Tool {
  /** Of the program, and of its folder in the probe's. */
  name: string;
  /** For go build. */
  flags: readonly string[];
  timeoutMs: number;
}

export type BuiltTool = { kind: 'built'; path: string } | { kind: 'failed'; result: CommandResult };

/** Builds a tool with the user's toolchain, once a toolchain and version of its sources; it is kept in the Go build cache. */
export async function buildTool(
  tool: Tool,
  sources: ProbeSources,
  go: GoToolchain,
): Promise<BuiltTool> {
  const directory = join(sources.directory, tool.name);
  const folder = join(go.gocache, 'crash-guard', 'bin', await hashTool(tool, directory, go));
  const path = join(folder, `${tool.name}${go.exe}`);
  if (await exists(path)) return { kind: 'built', path };

  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const args = ['build', '-trimpath', '-buildvcs=false', ...tool.flags, '-o', temporary, '.'];
  const env = toolEnvironment(sources.env, go);
  const result = await sources.run('go', args, {
    cwd: directory,
    env,
    timeoutMs: tool.timeoutMs,
  });
  if (result.kind !== 'exited' || result.code !== 0) {
    await rm(temporary, { force: true });
    return { kind: 'failed', result };
  }
  // Two may build at once: where a program that runs cannot be replaced, the first stays.
  await rename(temporary, path).catch(() => rm(temporary, { force: true }));
  return { kind: 'built', path };
}

/** Nothing of the user's flags, workspace or target may leak into the host's tools; their module proxy is theirs. */
function toolEnvironment(env: Environment, go: GoToolchain): Environment {
  // A tool that reads Go must know as much of the language as the module's own toolchain, which go.mod may have chosen.
  // go1.26.8   go1.27rc1
  const released = /^go1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/.test(go.version);
  return {
    ...env,
    ...(released ? { GOTOOLCHAIN: go.version } : {}),
    CGO_ENABLED: '0',
    // Not empty: go would take what `go env -w` has set.
    GOFLAGS: '-mod=readonly',
    GOWORK: 'off',
    GO111MODULE: 'on',
    GOOS: go.hostOs,
    GOARCH: go.hostArch,
    GOEXPERIMENT: '',
  };
}

async function hashTool(tool: Tool, directory: string, go: GoToolchain): Promise<string> {
  const { name, flags } = tool;
  const hash = createHash('sha256');
  hash.update(`${go.version} ${go.hostOs}/${go.hostArch} ${JSON.stringify([name, ...flags])}\n`);
  const files = (await readdir(directory)).filter(
    (file) => /\.(?:go|mod|sum)$/.test(file) && !file.endsWith('_test.go'),
  );
  for (const file of files.sort()) {
    hash.update(`${file}\n`).update(await readFile(join(directory, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
