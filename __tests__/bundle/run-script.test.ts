import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runScript, type RunScript } from '../../src/bundle/run-script.ts';
import { comment, quoted } from '../../src/bundle/shell.ts';
import { bundleFolder } from '../../src/bundle/test-arguments.ts';
import { tempFolder } from '../support/temp-folder.ts';

const shells = ['dash', 'bash', 'busybox'].filter(
  (shell) => spawnSync(shell, shell === 'busybox' ? ['sh', '-c', ':'] : ['-c', ':']).status === 0,
);

interface Ran {
  status: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  folder: string;
}

/** Runs a script whose binary is a shell script, in a folder with an awkward name. */
function ran(
  shell: string,
  binary: string,
  of: Partial<RunScript> = {},
  further: string[] = [],
  env = {},
): Ran {
  const folder = join(tempFolder(), `it's a "$HOME" folder`);
  mkdirSync(folder);
  const script = { title: 'title', args: [], env: {}, limits: {}, ceilingBytes: null, ...of };
  writeFileSync(join(folder, 'run.sh'), runScript(script));
  writeFileSync(join(folder, 'pkg.test'), `#!/bin/sh\n${binary}\n`);
  chmodSync(join(folder, 'pkg.test'), 0o755);
  const words = shell === 'busybox' ? ['sh'] : shell === 'bash' ? ['--posix'] : [];
  const { status, signal, stdout, stderr } = spawnSync(
    shell,
    [...words, join(folder, 'run.sh'), ...further],
    {
      encoding: 'utf8',
      timeout: 20_000,
      env: { PATH: process.env['PATH'] ?? '', ...env },
    },
  );
  return { status, signal, stdout, stderr, folder };
}

const showArguments = 'for word; do printf "<%s>" "$word"; done';

describe.each(shells)('run.sh in %s', (shell) => {
  it('hands every argument on as it is, and further ones', () => {
    const args = [
      '-test.v',
      '',
      "it's",
      '$(id) `id` "x"',
      'two\nlines',
      '\\',
      '-test.run=^(A|B)$',
      '*',
    ];
    const { stdout, stderr, status } = ran(shell, showArguments, { args }, ['more words', '']);
    expect([status, stderr]).toEqual([0, '']);
    const [first = '', ...own] = args;
    expect(stdout).toBe([first, 'more words', '', ...own].map((word) => `<${word}>`).join(''));
  });

  it('puts its own folder where it is meant', () => {
    const args = [`-test.memprofile=${bundleFolder}/out/memprofile`];
    const { stdout, folder } = ran(shell, showArguments, { args });
    expect(stdout).toBe(`<-test.memprofile=${folder}/out/memprofile>`);
    expect(existsSync(join(folder, 'out'))).toBe(true);
  });

  it('gives the variables that were shared, placeholders, and nothing else', () => {
    const { stdout, folder } = ran(
      shell,
      'env | sort',
      { env: { GODEBUG: `a='b' c`, TZ: 'UTC' } },
      [],
      {
        MY_TOKEN: 'hunter22',
      },
    );
    const names = stdout.split('\n').map((line) => line.split('=')[0]);
    expect(
      names.filter((name) => name !== '' && !['_', 'SHLVL', 'OLDPWD'].includes(name!)),
    ).toEqual([...['GODEBUG', 'HOME', 'PATH', 'PWD', 'TMPDIR', 'TZ']]);
    expect(stdout).toContain(`GODEBUG=a='b' c\n`);
    expect(stdout).toContain(`HOME=${folder}/home\n`);
    expect(stdout).toContain(`PWD=${folder}/package\n`);
  });

  it('sets the limits', () => {
    const limits = {
      nofile: { soft: 77, hard: 99 },
      cpu: { soft: 50, hard: null },
      stack: { soft: 4 << 20, hard: 8 << 20 },
      fsize: { soft: 1024 * 1000, hard: 1024 * 2000 },
      data: { soft: null, hard: null },
    };
    const { stdout, stderr } = ran(shell, 'cat /proc/self/limits', { limits });
    expect(stderr).toBe('');
    const line = (name: string): string[] =>
      stdout
        .split('\n')
        .find((one) => one.startsWith(name))!
        .slice(name.length)
        .trim()
        .split(/\s+/)
        .slice(0, 2);
    expect(line('Max open files')).toEqual(['77', '99']);
    expect(line('Max cpu time')[0]).toBe('50');
    expect(line('Max stack size')).toEqual([String(4 << 20), String(8 << 20)]);
    expect(line('Max file size')).toEqual([String(1024 * 1000), String(1024 * 2000)]);
  });

  it('says which limit could not be set, and goes on', () => {
    const limits = { nofile: { soft: 10 ** 15, hard: 10 ** 15 } };
    const { status, stderr } = ran(shell, 'exit 3', { limits });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^run\.sh: the limit nofile could not be set to 10{15}$/m);
  });

  it.each([0, 1, 2, 66, 127])('ends with exit code %d as the test', (code) => {
    expect(ran(shell, `exit ${String(code)}`)).toMatchObject({ status: code, signal: null });
  });

  it.each(['KILL', 'ABRT', 'SEGV', 'TERM'])('ends by SIG%s as the test', (name) => {
    expect(ran(shell, `ulimit -c 0; kill -${name} $$`).signal).toBe(`SIG${name}`);
  });

  it('runs in the package folder', () => {
    const { stdout, folder } = ran(shell, 'pwd -P');
    expect(stdout).toBe(`${folder}/package\n`);
  });
});

describe('text for a shell', () => {
  it('stands for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        fc.pre(!text.includes('\0') && Buffer.from(text).toString() === text);
        const shown = execFileSync('sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' });
        expect(shown).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('in a comment never leaves its line', () => {
    expect(comment('a\nrm -rf /\r\u2028b')).toBe('a?rm -rf /??b');
    const { stdout, stderr } = ran('sh', 'echo ran', { title: 'x\necho wrong\n' });
    expect([stdout, stderr]).toEqual(['ran\n', '']);
  });
});

it('is read by no shell as anything but what it is', () => {
  const path = join(tempFolder(), 'run.sh');
  writeFileSync(
    path,
    runScript({ title: 't', args: ['a'], env: { TZ: 'UTC' }, limits: {}, ceilingBytes: 1 }),
  );
  for (const shell of shells.filter((name) => name !== 'busybox'))
    expect(spawnSync(shell, ['-n', path], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  expect(readFileSync(path, 'utf8')).not.toContain(bundleFolder);
});
