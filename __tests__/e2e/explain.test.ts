import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { crashSchema } from '../../src/report/crash-schema.ts';
import { bundled } from '../support/bundle.ts';
import { run, scratch, start } from '../support/guarded.ts';

// The real command line over what the real go test prints.

const cart = `package cart

type Cart struct{ items map[string]int }

func (c *Cart) Add(name string, more ...int) {
	c.items[name] += len(more)
}
`;
const cartTest = `package cart

import "testing"

func TestFull(t *testing.T) {
	t.Error("no")
}

func TestAdd(t *testing.T) {
	t.Run("first", func(t *testing.T) {
		new(Cart).Add("ada", 1)
	})
}
`;
const answer = z.object({ crashes: z.array(crashSchema) });
type Crash = z.infer<typeof crashSchema>;

describe('explain', () => {
  const folder = scratch();
  const module = join(folder.path, 'shop');
  const at = (name: string): string => join(folder.path, name);
  const goTest = (...flags: string[]): string => {
    const { stdout, stderr } = spawnSync('go', ['test', ...flags, './cart'], {
      cwd: module,
      encoding: 'utf8',
    });
    return `${stdout}${stderr}`;
  };
  let printed = '';

  beforeAll(() => {
    mkdirSync(join(module, 'cart'), { recursive: true });
    mkdirSync(join(module, '.git'));
    writeFileSync(join(module, 'go.mod'), 'module example.com/shop\n\ngo 1.21\n');
    writeFileSync(join(module, 'cart/cart.go'), cart);
    writeFileSync(join(module, 'cart/cart_test.go'), cartTest);
    printed = goTest();
    writeFileSync(at('log.txt'), printed);
  });
  afterAll(folder.remove);

  const json = async (file: string, cwd = module): Promise<Crash[]> => {
    const { code, stdout } = await run(['explain', file, '--json'], { cwd });
    expect(code).toBe(0);
    return answer.parse(JSON.parse(stdout)).crashes;
  };

  it('names message, line, test and the known crash, and shows the way there', async () => {
    const { code, stdout, stderr } = await run(['explain', at('log.txt')], { cwd: module });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('✗ panic: assignment to entry in nil map');
    expect(lines[1]).toMatch(
      /^ {4}at {4}example\.com\/shop\/cart\.\(\*Cart\)\.Add {2}cart\/cart\.go:6$/,
    );
    expect(lines[2]).toMatch(/^ {4}in {4}TestAdd\/first, example\.com\/shop\/cart$/);
    expect(stdout).toContain('    > 6 |     c.items[name] += len(more)\n        |     ^^^^^^^');
    expect(stdout).toContain('known: Write to a nil map (Nil and empty values)');
    expect(stdout).toContain('/docs/crashes/nil-map-write.md\n');
    expect(lines.at(-2)).toBe(
      `1 crash in ${String(printed.split('\n').length - 1)} lines; failed tests: TestFull, TestAdd, TestAdd/first`,
    );
  });

  it('prints the crashes of the report as JSON', async () => {
    expect(await json(at('log.txt'))).toMatchObject([
      {
        cause: 'panic',
        message: 'assignment to entry in nil map',
        package: 'example.com/shop/cart',
        leg: '',
        test: 'TestAdd/first',
        blame: { function: 'example.com/shop/cart.(*Cart).Add', file: 'cart/cart.go', line: 6 },
        known: 'nil-map-write',
        occurrences: [{ package: 'example.com/shop/cart', attempt: 0, test: 'TestAdd/first' }],
      },
    ]);
  });

  it('reads the standard input', () => {
    const args = [bundled('cli.js'), 'explain', '--json'];
    for (const given of [args, [...args, '-']]) {
      const { stdout, status } = spawnSync(process.execPath, given, {
        cwd: module,
        input: printed,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(answer.parse(JSON.parse(stdout)).crashes).toHaveLength(1);
    }
  });

  it('finds the same in what go test -json, -v, -race and -trimpath print, and in a page copied from CI', async () => {
    const [plain] = await json(at('log.txt'));
    const page = printed
      .split('\n')
      .map((line) => `2026-11-21T06:17:00.1234567Z \u001b[36;1m${line}\u001b[0m`)
      .join('\r\n');
    const others = {
      'events.jsonl': goTest('-json'),
      'verbose.txt': goTest('-v'),
      'race.txt': goTest('-race'),
      'trimmed.txt': goTest('-trimpath'),
      'page.txt': page,
    };
    for (const [name, text] of Object.entries(others)) {
      writeFileSync(at(name), text);
      const [crash, ...more] = await json(at(name));
      const { blame, fingerprint, message, test, known } = crash ?? {};
      expect({ name, blame, fingerprint, message, test, known, more }).toEqual({
        ...{ name, more: [] },
        ...{ blame: plain?.blame, fingerprint: plain?.fingerprint },
        ...{ message: plain?.message, test: plain?.test, known: plain?.known },
      });
    }
  }, 300_000);

  it('works far from the sources, with the files as the log names them', async () => {
    mkdirSync(at('elsewhere'));
    const [crash] = await json(at('log.txt'), at('elsewhere'));
    expect(crash?.blame?.file).toBe(join(module, 'cart/cart.go'));
  });

  it('says so when nothing crashed', async () => {
    writeFileSync(at('fine.txt'), '--- FAIL: TestFull (0.00s)\n    a_test.go:3: no\nFAIL\n');
    const { code, stdout } = await run(['explain', at('fine.txt')], { cwd: module });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'no crash in 3 lines; failed tests: TestFull\n',
    });
    expect(await json(at('fine.txt'))).toEqual([]);
  });

  it('gives a family, the nearest case and a test to begin with for what it does not know', async () => {
    const text = printed.replaceAll('assignment to entry in nil map', 'no more room for it');
    writeFileSync(at('unknown.txt'), text);
    const { stdout } = await run(['explain', at('unknown.txt')], { cwd: module });
    expect(stdout).toContain('  no known crash is quite like this one\n');
    expect(stdout).toContain('a regression test to begin with (cart/cart_crash_test.go)');
    expect(stdout).toContain('func TestCartAddDoesNotCrash(t *testing.T) {');
    expect(stdout).toContain("go test -run='^TestCartAddDoesNotCrash$' ./cart");
  });

  it('says of a crash whether earlier runs had it', async () => {
    const legs = ['--legs', 'memory', '--out', at('run')];
    const guarded = await run(['run', '--dir', module, ...legs, './cart']);
    expect(guarded.code).toBe(1);
    const { stdout } = await run(['explain', at('log.txt'), '--against', at('run')], {
      cwd: module,
    });
    expect(stdout).toMatch(
      /^ {4}seen before, in 1 of 1 earlier run, last in the run of \d{4}-\d\d-\d\d \d\d:\d\d$/m,
    );
    const other = printed.replaceAll('assignment to entry in nil map', 'no more room for it');
    writeFileSync(at('other.txt'), other);
    const alike = await run(['explain', at('other.txt'), '--against', at('run/report.json')], {
      cwd: module,
    });
    expect(alike.stdout).toMatch(/^ {4}new, but \d{2,3} % like crash-[0-9a-f]{8} of the run of /m);
    const refused = await run(['explain', at('log.txt'), '--against', at('log.txt')]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('there is no report that can be read');
  }, 120_000);

  it('names who else can get there, for the log or for a function by its name', async () => {
    const line =
      /TestAdd\.func1 {2}cart\/cart_test\.go:11\n +example\.com\/shop\/cart\.\(\*Cart\)\.Add/;
    const withLog = await run(['explain', at('log.txt'), '--callers'], { cwd: module });
    expect(withLog.stdout).toMatch(line);
    const name = 'example.com/shop/cart.(*Cart).Add';
    const alone = await run(['explain', '--callers', name], { cwd: module });
    expect(alone.stdout).toMatch(line);
    const { stdout } = await run(['explain', '--callers', name, '--json'], { cwd: module });
    expect(JSON.parse(stdout)).toMatchObject({ callers: [{ kind: 'found' }] });
  }, 300_000);

  it.each([
    ['nowhere', /--dir nowhere: there is no such folder\n {2}fix: name a folder/],
    ['go.mod', /--dir go\.mod: it is no folder\n {2}fix: name a folder/],
  ])('refuses to take its sources from %s', async (folder, message) => {
    const finished = await run(['explain', '--dir', folder], { cwd: module });
    expect({ code: finished.code, stdout: finished.stdout }).toEqual({ code: 2, stdout: '' });
    expect(finished.stderr).toMatch(message);
  });

  it.each([
    ['missing.txt', /missing\.txt: there is no such file\n {2}fix: name a file/],
    ['.', /: it is a folder\n {2}fix: name a file/],
  ])('refuses %s', async (file, message) => {
    const finished = await run(['explain', file], { cwd: module });
    expect({ code: finished.code, stdout: finished.stdout }).toEqual({ code: 2, stdout: '' });
    expect(finished.stderr).toMatch(message);
  });

  it('waits for the writer of a pipe, and for all that it writes', async () => {
    const fifo = at('late');
    spawnSync('mkfifo', [fifo]);
    const { finished } = start(['explain', fifo], { cwd: module });
    const script = 'sleep 1; exec 3>"$1"; head -n 3 "$2" >&3; sleep 1; tail -n +4 "$2" >&3';
    spawnSync('sh', ['-c', script, 'sh', fifo, at('log.txt')]);
    const { stdout } = await finished;
    expect(stdout).toBe((await run(['explain', at('log.txt')], { cwd: module })).stdout);
  });

  it('stops when it is told to', async () => {
    const fifo = at('endless');
    spawnSync('mkfifo', [fifo]);
    const { child, finished } = start(['explain', fifo], { cwd: module });
    // It keeps the pipe open, and says so once explain has opened it too.
    const script = 'exec 3>"$1"; printf "panic: " >&3; echo open; exec sleep 300';
    const writer = spawn('sh', ['-c', script, 'sh', fifo], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(writer.stdout, 'data');
      child.kill('SIGTERM');
      expect((await finished).code).toBe(143);
    } finally {
      writer.kill('SIGKILL');
    }
  });
});
