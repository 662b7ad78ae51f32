import { tmpdir } from 'node:os';
import { startProgram } from './guarded.ts';

/** A Go version that the go command could fetch as a toolchain, or why it could not. */
export interface Toolchain {
  version: string;
  problem: string | null;
}

/** Makes the go command fetch a version (GOTOOLCHAIN), as it does for a user; nothing is fetched twice. */
export async function fetchToolchain(version: string): Promise<Toolchain> {
  const { finished } = startProgram('go', ['version'], {
    cwd: tmpdir(),
    env: { GOTOOLCHAIN: version },
    timeout: 300_000,
  });
  const { code, stdout, stderr } = await finished;
  if (code === 0 && stdout.startsWith(`go version ${version} `)) return { version, problem: null };
  const said = `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '';
  return { version, problem: said === '' ? 'the go command did not end in 5 minutes' : said };
}
