import { tmpdir } from 'node:os';
import { describe, it } from '@jest/globals';
import { startProgram } from './guarded.ts';

/** A Go version under test, with what declares its tests: they are skipped where that version is not to be had. */
export interface GoUnderTest {
  version: string;
  isSkipped: boolean;
  it: typeof it.skip;
  describe: typeof describe.skip;
}

/**
 * Makes the go command fetch versions (GOTOOLCHAIN), as it does for a user; nothing is fetched twice. Without a network there may be no
 * other Go; where everything must be tested, the tests run all the same, and fail.
 */
export async function goUnderTest<const Versions extends readonly string[]>(
  versions: Versions,
): Promise<{ [Index in keyof Versions]: GoUnderTest }> {
  const found: GoUnderTest[] = [];
  for (const version of versions) {
    const problem = await fetchToolchain(version);
    if (problem !== null)
      console.warn(`${version} is not tested, it could not be fetched: ${problem}`);
    const isSkipped = problem !== null && process.env['CI'] !== 'true';
    found.push({
      ...{ version, isSkipped },
      ...(isSkipped ? { it: it.skip, describe: describe.skip } : { it, describe }),
    });
  }
  return found as { [Index in keyof Versions]: GoUnderTest };
}

/** Why the go command could not fetch a version; null when it could. */
async function fetchToolchain(version: string): Promise<string | null> {
  const { finished } = startProgram('go', ['version'], {
    cwd: tmpdir(),
    env: { GOTOOLCHAIN: version },
    timeout: 300_000,
  });
  const { code, stdout, stderr } = await finished;
  if (code === 0 && stdout.startsWith(`go version ${version} `)) return null;
  const said = `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '';
  return said === '' ? 'the go command did not end in 5 minutes' : said;
}
