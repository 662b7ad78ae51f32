import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseLeaksFile } from '../../src/evidence/leaks-file.ts';
import { fixture, readReport, run } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goUnderTest } from '../support/toolchains.ts';

// What the agent in the test binary finds: leaks.txt as it lies in the run folder, with the Go versions that there are.

interface Line {
  file: string;
  line: number;
}

interface Shape {
  shape: string;
  package: string;
  test: string;
  creation: Line | null;
  waits: Line | null;
  /** Where neither line is in the module. */
  function?: string;
  goroutines: number;
  provenOn127: boolean;
  foundBefore: boolean;
  /** Why it is not sure without a proof that nobody wakes it. */
  note?: string;
}

const folder = fixture('leaks');
const shapes = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as readonly Shape[];

const clean = { code: 0, verdict: { status: 'pass', reasons: [] } };

/** leaks.txt by package, of those that passed and where somebody has looked. */
async function leftBehind(
  directory: string,
  packages: readonly string[],
  env: Record<string, string>,
  flags: readonly string[] = [],
  maxFailed = 0,
): Promise<Map<string, string>> {
  const out = join(tempFolder(), 'out');
  const args = ['--dir', directory, '--out', out, '--legs', 'memory', '--baseline', 'none'];
  const finished = await run(
    ['run', ...args, '--core-dumps', 'off', ...packages, '--', '-count=1', ...flags],
    { env, timeout: 580_000 },
  );
  expect(finished.stderr).toBe('');
  const { verdict, packages: ran } = readReport(out);
  if (maxFailed === 0) expect({ code: finished.code, verdict }).toEqual(clean);
  const passed = ran.filter(({ ending }) => ending === 'passed');
  const others = ran.filter(({ ending }) => !['passed', 'no-tests'].includes(ending));
  expect(others.length).toBeLessThanOrEqual(maxFailed);
  const found = new Map<string, string>();
  for (const { package: name } of passed) {
    const path = join(out, 'runs/memory', name, 'attempt-1/leaks.txt');
    if (existsSync(path)) found.set(name, readFileSync(path, 'utf8'));
  }
  return found;
}

const stacks = (text: string): string[] =>
  text.split('\n\n').filter((block) => block.startsWith('goroutine '));

/** Whether a line of a stack is at a place: `\t/src/a/a.go:12 +0x1d`, without the last part where a call is inlined. */
const passes = (stack: string, at: Line): boolean =>
  stack
    .split('\n')
    .some((line) => line.replace(/ \+0x[0-9a-f]+$/, '').endsWith(`/${at.file}:${String(at.line)}`));

function isOf(stack: string, { creation, waits, function: name }: Shape): boolean {
  if (name !== undefined) return stack.includes(`\n${name}(`);
  return [creation, waits].every((at) => at === null || passes(stack, at));
}

const versions = await goUnderTest(['go1.21.13', 'go1.24.9', 'go1.27.3']);
const [, , newest] = versions;

describe('the shapes of leaks', () => {
  it('are many, and each is where its marks are', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(40);
    const marks = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.go') && !name.startsWith('.'))
      .flatMap((file) =>
        readFileSync(join(folder, file), 'utf8')
          .split('\n')
          .flatMap((text, at) => {
            const mark = /\/\/ leak: (?<kind>creation|waits) (?<shape>\S+)$/.exec(text)?.groups;
            return mark === undefined
              ? []
              : [`${mark['kind'] ?? ''} ${mark['shape'] ?? ''} ${file}:${String(at + 1)}`];
          }),
      );
    const wanted = shapes.flatMap((one) =>
      (['creation', 'waits'] as const).flatMap((kind) => {
        const at = one[kind];
        return at === null ? [] : [`${kind} ${one.shape} ${at.file}:${String(at.line)}`];
      }),
    );
    expect(marks.sort()).toEqual(wanted.sort());
  });

  it('are nearly all to be found without a proof', () => {
    const found = shapes.filter(({ foundBefore }) => foundBefore);
    expect(found.length / shapes.length).toBeGreaterThanOrEqual(0.8);
  });

  for (const { version, it } of versions)
    it(`are found with ${version}, and nothing else is`, async () => {
      const module = tempFolder();
      cpSync(folder, module, { recursive: true });
      const files = await leftBehind(module, ['./...'], { GOTOOLCHAIN: version });
      const proves = version === 'go1.27.3';
      for (const [name, text] of files) {
        const unsure = shapes.some((one) => one.package === name && one.note !== undefined);
        const head = `proof ${proves ? '1' : '0'}\ncut ${unsure && !proves ? '1' : '0'}\ntotal `;
        expect(text).toMatch(`crash-guard-leaks 1\n${head}`);
      }
      const wanted = shapes.filter((one) => (proves ? one.provenOn127 : one.foundBefore));
      const found = [...files].flatMap(([name, text]) =>
        stacks(text).map((stack) => {
          const one = wanted.find((shape) => shape.package === name && isOf(stack, shape));
          return one?.shape ?? `${name} ${stack}`;
        }),
      );
      const expected = wanted.flatMap(({ shape, goroutines }) =>
        Array.from({ length: goroutines }, () => shape),
      );
      expect(found.sort()).toEqual(expected.sort());
      expect(parseLeaksFile(files.get('example.com/leaks/innocent') ?? '')?.total).toBe(0);
    }, 300_000);
});

// Chosen for what they do: goroutines, pipes, contexts, pools, servers; and for a short run.
const standard =
  `archive/tar archive/zip bufio bytes compress/gzip container/list context crypto/sha256 database/sql embed
  encoding/binary encoding/csv encoding/json encoding/xml errors expvar fmt go/parser hash/crc32 html/template io io/fs log
  log/slog mime/multipart net/http/httptest net/http/httputil net/textproto net/url os/signal regexp sort strings sync
  text/template testing/iotest`
    .trim()
    .split(/\s+/);

describe('the standard library', () => {
  const hasNone = async (goroot: string, proof: '0' | '1'): Promise<void> => {
    const path = `${join(goroot, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const env = { PATH: path, GOTOOLCHAIN: 'local', GOROOT: goroot };
    // Go's own tests have their bad days; what they leave behind then is not looked at.
    const files = await leftBehind(join(goroot, 'src'), standard, env, ['-short'], 2);
    expect(files.size).toBeGreaterThanOrEqual(30);
    for (const [name, text] of files)
      expect(`${name}\n${text}`).toBe(
        `${name}\ncrash-guard-leaks 1\nproof ${proof}\ncut 0\ntotal 0\n`,
      );
  };

  it('has none', async () => {
    const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    await hasNone(goroot, '0');
  }, 600_000);

  newest.it(
    'has none that the newest runtime proves',
    async () => {
      const { version } = newest;
      const env = { ...process.env, GOTOOLCHAIN: version };
      const fetched = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8', env }).trim();
      // The go command refuses overlays below the module cache, where it keeps what it has fetched.
      const goroot = join(tempFolder(), 'go');
      cpSync(fetched, goroot, { recursive: true });
      execFileSync('chmod', ['-R', 'u+w', dirname(join(goroot, 'src'))]);
      await hasNone(goroot, '1');
    },
    600_000,
  );
});
