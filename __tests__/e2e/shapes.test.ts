import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixture, readReport, run, scratch } from '../support/guarded.ts';

describe('modules of every shape', () => {
  let out: ReturnType<typeof scratch>;
  beforeEach(() => {
    out = scratch();
  });
  afterEach(() => {
    out.remove();
  });

  const outcome = async (
    shape: string,
  ): Promise<{ code: number | null; stderr: string; packages: string[] }> => {
    const { code, stderr } = await run([
      'run',
      '--dir',
      fixture(`shapes/${shape}`),
      '--out',
      out.path,
      '--legs',
      'memory',
    ]);
    if (code === 2) return { code, stderr, packages: [] };
    const { packages } = readReport(out.path);
    return {
      code,
      stderr,
      packages: packages.map((item) => `${item.package} ${item.ending}`).sort(),
    };
  };

  it.each(Object.entries(shapes()))('%s', async (shape, { code, packages, stderr }) => {
    const found = await outcome(shape);
    expect({ code: found.code, packages: found.packages }).toEqual({ code, packages });
    expect(found.stderr).toMatch(stderr);
  });

  it('covers every shape', () => {
    const folders = readdirSync(fixture('shapes'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(Object.keys(shapes()).sort()).toEqual(folders.map((entry) => entry.name).sort());
  });
});

interface Shape {
  code: number;
  packages: string[];
  stderr: RegExp;
}

function shapes(): Record<string, Shape> {
  const refused = (stderr: RegExp): Shape => ({ code: 2, packages: [], stderr });
  const ran = (code: number, packages: string[]): Shape => ({ code, packages, stderr: /^$/ });
  return {
    empty: refused(/matches no packages/),
    nomodule: refused(/is in no Go module/),
    badgomod: refused(/go\.mod/),
    newgo: refused(/requires go >= 1\.99|go1\.99/),
    notests: ran(1, ['example.com/notests no-tests', 'example.com/notests/inner no-tests']),
    oldlang: ran(0, ['example.com/oldlang passed']),
    broken: ran(1, ['example.com/broken/bad build-failed', 'example.com/broken/good passed']),
    vendored: ran(0, ['example.com/vendored passed']),
    workspace: ran(0, ['example.com/one passed', 'example.com/two passed']),
  };
}
