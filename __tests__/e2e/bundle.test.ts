import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { groupsRefused } from '../support/control-group.ts';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, run, startProgram, type Finished } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// An OOM kill under the guard's ceiling, packed and run again elsewhere.

const hog = `package hog

import (
	"os"
	"testing"
)

var kept [][]byte

func TestOther(t *testing.T) { println("other ran") }

func TestHog(t *testing.T) {
	if text, err := os.ReadFile("testdata/size.txt"); err != nil || string(text) != "large" {
		t.Fatal(err)
	}
	for i := 0; i < 400; i++ {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1
		}
		kept = append(kept, block)
	}
	t.Fatal("400 MiB were to be had")
}
`;
const ceiling = 128 * 1024 ** 2;
const secret = 'hunter22-nobody-may-know';

const refused = groupsRefused('memory');
if (refused !== null) console.warn(`bundle.test.ts is skipped: ${refused}`);

(refused === null ? describe : describe.skip)('the bundle of an OOM kill', () => {
  let module: string;
  let out: string;
  let attempt: string;

  beforeAll(async () => {
    module = goModule({
      'hog/hog_test.go': hog,
      'hog/testdata/size.txt': 'large',
      'hog/.env': secret,
    });
    out = join(tempFolder(), 'out');
    const args = ['--dir', module, '--out', out, '--legs', 'memory', '--core-dumps', 'off'];
    const env = { MY_TOKEN: secret, GODEBUG: 'madvdontneed=1' };
    const limit = ['--memory-limit', '128MiB'];
    await run(['run', ...args, ...limit, './...', '--', '-args', `x=${secret}`], { env });
    const hogged = packageRun(readReport(out), 'memory', 'hog');
    expect(hogged.attempts.at(-1)).toMatchObject({ signal: 'SIGKILL' });
    expect(hogged.cause?.id).toMatch(/^oom-/);
    attempt = join(out, 'runs/memory/example.com/m/hog/attempt-1');
    expect(readdirSync(attempt)).toContain('pkg.test');
  }, 200_000);

  interface Bundled extends Finished {
    archive: string;
    /** Of the unpacked bundle. */
    folder: string;
  }

  async function bundled(of = attempt): Promise<Bundled> {
    const archive = join(tempFolder(), 'hog.tar.gz');
    const words = ['bundle', of, '--to', archive];
    const finished = await run(words, { env: { MY_TOKEN: secret } });
    if (finished.code !== 0) throw new Error(finished.stderr);
    const elsewhere = tempFolder();
    execFileSync('tar', ['-xzf', archive, '-C', elsewhere]);
    return { ...finished, archive, folder: join(elsewhere, readdirSync(elsewhere)[0]!) };
  }

  const again = (
    folder: string,
    words: string[] = [],
    prefix: string[] = [],
    env = {},
  ): Promise<Finished> => {
    const [program = '', ...rest] = [...prefix, 'sh', join(folder, 'run.sh'), ...words];
    return startProgram(program, rest, { env, timeout: 60_000 }).finished;
  };
  const groupsLeft = (): string[] =>
    readdirSync('/sys/fs/cgroup/memory').filter((name) => name.startsWith('crash-guard-repro-'));

  it('dies of SIGKILL in another folder, under the same ceiling', async () => {
    const { stdout, folder } = await bundled();
    expect(stdout).toMatch(
      /^.*hog\.tar\.gz \(\d.* MiB\)\n {2}binary: {3}the one that ran\n {2}files: {4}1 file of the package/,
    );
    expect(stdout).toContain('memory ceiling 128.0 MiB');
    rmSync(join(module, 'hog/testdata'), { recursive: true });
    const { code, signal, stderr } = await again(folder);
    mkdirSync(join(module, 'hog/testdata'));
    writeFileSync(join(module, 'hog/testdata/size.txt'), 'large');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(stderr).toMatch(
      new RegExp(
        `^run\\.sh: memory ceiling ${String(ceiling)} bytes, held by /sys/fs/cgroup/`,
        'm',
      ),
    );
    expect(stderr).toMatch(
      /^run\.sh: the kernel killed it at the memory ceiling \(oom_kill [1-9]\d*\)$/m,
    );
    expect(groupsLeft()).toEqual([]);
  });

  it('takes further flags', async () => {
    const { folder } = await bundled();
    const { code, stderr } = await again(folder, ['-test.run=TestOther', '-test.v']);
    expect([code, stderr.includes('other ran')]).toEqual([0, true]);
  });

  it('of a further attempt has its binary, its flags and its variables', async () => {
    const { attempts } = packageRun(readReport(out), 'memory', 'hog');
    const limited = attempts.find(({ changes = [] }) =>
      changes.some((change) => change.startsWith('GOMEMLIMIT=')),
    );
    const change = limited?.changes?.find((one) => one.startsWith('GOMEMLIMIT='));
    const { stdout, folder } = await bundled(
      attempt.replace('attempt-1', `attempt-${String(limited?.number)}`),
    );
    expect(stdout).toContain('binary:   the one that ran');
    expect(readFileSync(join(folder, 'run.sh'), 'utf8')).toContain(`'${String(change)}'`);
    expect((await again(folder)).signal).toBe('SIGKILL');
  });

  it('holds no secret and nothing of the machine', async () => {
    const { archive, folder } = await bundled();
    const everything = gunzipSync(readFileSync(archive));
    for (const word of [secret, 'MY_TOKEN']) expect(everything.includes(word)).toBe(false);
    expect((readdirSync(folder, { recursive: true }) as string[]).sort()).toEqual([
      ...[
        'bundle.json',
        'package',
        'package/testdata',
        'package/testdata/size.txt',
        'pkg.test',
        'run.sh',
      ],
    ]);
    const script = readFileSync(join(folder, 'run.sh'), 'utf8');
    expect(script).toContain(`'GODEBUG=madvdontneed=1'`);
    expect(script).toContain('x=REDACTED');
    for (const place of [out, module]) expect(script).not.toContain(place);
    const described = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8')) as unknown;
    expect(described).toMatchObject({
      package: 'example.com/m/hog',
      ended: { exitCode: null, signal: 'SIGKILL' },
      env: { GODEBUG: 'madvdontneed=1' },
      ceilingBytes: ceiling,
      binary: 'the one that ran',
    });
  });

  const readOnlyGroups = [
    ...['unshare', '--mount', 'sh', '-c'],
    'mount -o remount,bind,ro /sys/fs/cgroup/memory && exec "$@"',
    'sh',
  ];

  it('runs without a ceiling where none can be held, and says so', async () => {
    const { folder } = await bundled();
    const { code, stdout, stderr } = await again(folder, [], readOnlyGroups, {
      PATH: '/usr/bin:/bin',
    });
    expect(stderr).toMatch(/^run\.sh: WITHOUT a memory ceiling/m);
    expect([code, stdout]).toEqual([1, expect.stringContaining('400 MiB were to be had')]);
  });

  it('asks systemd-run for the ceiling where no group can be made', async () => {
    const { folder } = await bundled();
    const bin = tempFolder();
    const script = `#!/bin/sh\necho "asked: $*" >&2\nwhile [ "$1" != sh ] && [ "$1" != true ]; do shift; done\nexec "$@"\n`;
    writeFileSync(join(bin, 'systemd-run'), script);
    chmodSync(join(bin, 'systemd-run'), 0o755);
    const env = { PATH: `${bin}:/usr/bin:/bin` };
    const { code, stderr } = await again(folder, ['-test.v'], readOnlyGroups, env);
    expect(stderr).toContain(
      `asked: --scope --quiet -p MemoryMax=${String(ceiling)} -p MemorySwapMax=0 sh ${folder}/run.sh -test.v\n`,
    );
    expect(stderr).not.toContain('WITHOUT');
    expect(code).toBe(1);
  });

  it('is made of a binary that is built again where none was kept', async () => {
    const kept = readFileSync(join(attempt, 'pkg.test'));
    rmSync(join(attempt, 'pkg.test'));
    const { stdout, folder } = await bundled();
    writeFileSync(join(attempt, 'pkg.test'), kept, { mode: 0o755 });
    expect(stdout).toContain('built again, from the sources as they are now');
    expect(statSync(join(folder, 'pkg.test')).mode & 0o100).toBe(0o100);
    expect((await again(folder)).signal).toBe('SIGKILL');
  });

  it('lies in the attempt where nobody names another place', async () => {
    for (let times = 0; times < 2; times++) expect((await run(['bundle', attempt])).code).toBe(0);
    expect(existsSync(join(attempt, 'repro.tar.gz'))).toBe(true);
  });

  it('is refused for what is no attempt, and never overwrites', async () => {
    const refusedFor = async (...words: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(['bundle', ...words]);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await refusedFor(tempFolder())).toMatch(
      /it lies in no run folder[\s\S]*fix: name the folder of an attempt/,
    );
    expect(await refusedFor(out)).toContain('it lies in no run folder');
    expect(await refusedFor(join(out, 'runs/memory'))).toContain('it holds no start.json');
    const theirs = join(tempFolder(), 'theirs.tar.gz');
    writeFileSync(theirs, 'theirs');
    expect(await refusedFor(attempt, '--to', theirs)).toContain('is there already');
    expect(readFileSync(theirs, 'utf8')).toBe('theirs');
    expect(await refusedFor(attempt, '--to', '/proc/x.tar.gz')).toContain(
      'cannot write /proc/x.tar.gz',
    );
  });
});
