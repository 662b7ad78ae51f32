import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { newEscapes, type EscapesRequest, type NewEscapes } from '../../src/baseline/escapes.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { goModule } from '../support/go-module.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goUnderTest } from '../support/toolchains.ts';

const run = commandRunner(new AbortController().signal);

const base = `package m

type Order struct{ ID, Total int }

var kept any
var undo func()

func Sum(ids []int) int {
	var order Order
	for _, id := range ids {
		order.Total += id
	}
	return order.Total
}

func Log(total int) { print(total) }

func Count(n int) int {
	total := 0
	add := func(i int) { total += i }
	for i := 0; i < n; i++ {
		add(i)
	}
	return total
}

func Buffer(n int) int {
	buf := make([]byte, 64)
	return copy(buf, "order")
}

func (o *Order) Same(n int) { kept = make([]int, n) }

func Moves(n int) { kept = make([]string, n) }
`;

/** Every line has moved, Moves into another file; four functions put something on the heap that they did not before. */
const head = {
  'go.mod': 'module example.com/m\n\ngo 1.21\n',
  'm.go': `// Package m has got a comment.
package m

type Order struct{ ID, Total int }

var kept any
var undo func()

func (o *Order) Same(n int) { kept = make([]int, n) }

func Sum(ids []int) int {
	var order Order
	for _, id := range ids {
		order.Total += id
	}
	kept = &order
	return order.Total
}

func Log(total int) { kept = total }

func Count(n int) int {
	total := 0
	add := func(i int) { total += i }
	undo = func() { add(-1) }
	for i := 0; i < n; i++ {
		add(i)
	}
	return total
}

func Buffer(n int) int {
	buf := make([]byte, n)
	return len(grow(buf))
}

func grow(b []byte) []byte { kept = b; return b }
`,
  'moved.go': `package m

func Moves(n int) { kept = make([]string, n) }
`,
};

const names = ['Sum', 'Log', 'Count', 'Count.func1', 'Buffer', '(*Order).Same', 'Moves', 'grow'];
const functions = names.flatMap((name) =>
  ['m.go', 'moved.go'].map((file) => ({ function: `example.com/m.${name}`, file })),
);

function request(changes: Partial<EscapesRequest> = {}): EscapesRequest {
  return {
    ...{ run, env: process.env, place: '', packages: ['example.com/m'], flags: [], functions },
    baseDirectory: goModule({ 'm.go': base }),
    headDirectory: goModule(head),
    ...changes,
  };
}

function told(result: NewEscapes): string[] {
  if (result.kind === 'unknown') throw new Error(result.because);
  return result.escapes.map(({ file, line, text }) => `${file}:${line} ${text}`);
}

const expected = [
  'm.go:12 moved to heap: order',
  'm.go:20 total escapes to heap',
  'm.go:23 moved to heap: total',
  'm.go:24 func literal escapes to heap',
  'm.go:25 func literal escapes to heap',
  'm.go:33 make([]byte, n) escapes to heap',
  // grow, where it is inlined, and itself.
  'm.go:34 b escapes to heap',
  'm.go:37 b escapes to heap',
];

const versions = await goUnderTest([
  'go1.21.13',
  'go1.22.12',
  'go1.23.12',
  'go1.24.9',
  'go1.25.4',
  'go1.26.8',
  'go1.27.3',
]);
for (const { version, it } of versions)
  it(`${version}: tells what is on the heap now and was not, wherever the lines are`, async () => {
    const env = { ...process.env, GOTOOLCHAIN: version };
    expect(told(await newEscapes(request({ env })))).toEqual(expected);
  }, 300_000);

it('tells only of the functions that are asked for, with their closures', async () => {
  const only = (name: string): EscapesRequest =>
    request({ functions: [{ function: `example.com/m.${name}`, file: 'm.go' }] });
  expect(told(await newEscapes(only('Count.func1')))).toEqual(expected.slice(2, 5));
  expect(told(await newEscapes(only('Order.Sum')))).toEqual(expected.slice(0, 1));
  expect(told(await newEscapes(only('Moves')))).toEqual([]);
});

it('tells what a function allocates where it is inlined into another one', async () => {
  const source = (use: string): string => `package m

var kept []int

func Make(n int) []int {
	list := make([]int, 8)
	list[n] = 1
	return list
}

func Use(n int) int {
	list := Make(n)
	${use}
	return len(list)
}
`;
  const result = await newEscapes(
    request({
      baseDirectory: goModule({ 'm.go': source('list[0] = 2') }),
      headDirectory: goModule({ 'm.go': source('kept = list') }),
      functions: [{ function: 'example.com/m.Make', file: 'm.go' }],
    }),
  );
  expect(told(result)).toEqual(['m.go:12 make([]int, 8) escapes to heap']);
});

it('reads tests, packages below, and those that the base does not have', async () => {
  const test = (body: string): string =>
    `package m_test\n\nimport "testing"\n\nvar kept any\n\nfunc TestOrders(t *testing.T) {\n\tn := 3\n\t${body}\n}\n`;
  const files = (body: string): Record<string, string> => ({
    'sub/go.mod': 'module example.com/m\n\ngo 1.21\n',
    'sub/m.go': 'package m\n',
    'sub/m_test.go': test(body),
  });
  const added = 'package added\n\nfunc New(n int) []int { return make([]int, n) }\n';
  const result = await newEscapes(
    request({
      place: 'sub',
      baseDirectory: goModule(files('_ = n')),
      headDirectory: goModule({ ...files('kept = &n'), 'sub/added/added.go': added }),
      functions: [
        { function: 'example.com/m_test.TestOrders', file: 'sub/m_test.go' },
        { function: 'example.com/m/added.New', file: 'sub/added/added.go' },
        { function: 'bytes.(*Buffer).Grow', file: 'bytes/buffer.go' },
      ],
    }),
  );
  expect(told(result).sort()).toEqual([
    'sub/added/added.go:3 make([]int, n) escapes to heap',
    'sub/m_test.go:8 moved to heap: n',
  ]);
});

it('looks at who calls a function of somebody else', async () => {
  const result = await newEscapes(
    request({
      functions: [
        {
          ...{ function: 'bytes.(*Buffer).Grow', file: 'bytes/buffer.go' },
          calledFrom: { function: 'example.com/m.Log', file: 'm.go' },
        },
      ],
    }),
  );
  expect(told(result)).toEqual(expected.slice(1, 2));
});

it('knows what only moved with a package that was renamed', async () => {
  const files = (name: string, use: string): Record<string, string> => ({
    [`${name}/m.go`]: `package ${name}

var kept any

func Old(n int) { kept = make([]int, n) }

func New(n int) {
	x := n
	${use}
}
`,
  });
  const result = await newEscapes(
    request({
      baseDirectory: goModule(files('before', '_ = x')),
      headDirectory: goModule(files('after', 'kept = &x')),
      packages: ['example.com/m/after', 'example.com/m/before'],
      functions: ['Old', 'New'].map((name) => ({
        ...{ function: `example.com/m/after.${name}`, file: 'after/m.go' },
      })),
    }),
  );
  expect(told(result)).toEqual(['after/m.go:8 moved to heap: x']);
});

it('honours build tags', async () => {
  const folder = (body: string): string =>
    goModule({ 'm.go': 'package m\n', 'tagged.go': `//go:build big\n\npackage m\n\n${body}` });
  const both = {
    baseDirectory: folder('func Make(n int) int { return n }\n'),
    headDirectory: folder('func Make(n int) []int { return make([]int, n) }\n'),
    functions: [{ function: 'example.com/m.Make', file: 'tagged.go' }],
  };
  const text = 'tagged.go:5 make([]int, n) escapes to heap';
  expect(told(await newEscapes(request({ ...both, flags: ['-tags=big'] })))).toEqual([text]);
  expect(told(await newEscapes(request(both)))).toEqual([]);
});

it('says why nobody could look', async () => {
  const broken = goModule({ 'm.go': 'package m\n\nfunc F() int { return missing }\n' });
  expect(await newEscapes(request({ baseDirectory: broken }))).toEqual({
    kind: 'unknown',
    because: 'the base: example.com/m does not compile: ./m.go:3:23: undefined: missing',
  });
  const usesBroken = goModule({
    'm.go': 'package m\n\nimport "example.com/m/broken"\n\nvar _ = broken.F()\n',
    'broken/broken.go': 'package broken\n\nfunc F() int { return missing }\n',
  });
  expect(await newEscapes(request({ baseDirectory: usesBroken }))).toEqual({
    kind: 'unknown',
    because: 'the base: example.com/m does not compile',
  });
  expect(await newEscapes(request({ timeoutMs: 1 }))).toEqual({
    kind: 'unknown',
    because: 'the head: the compiler was not ready after 0.001 s',
  });
  const noFolder = join(tempFolder(), 'gone');
  expect(await newEscapes(request({ baseDirectory: noFolder }))).toMatchObject({
    kind: 'unknown',
    because: expect.stringContaining('the base: go could not be started'),
  });
});

it('takes package names for names, never for flags', async () => {
  const proof = join(tempFolder(), 'ran');
  const packages = [`-toolexec=touch ${proof} --`, 'example.com/m'];
  expect(told(await newEscapes(request({ packages })))).toEqual(expected);
  expect(existsSync(proof)).toBe(false);
});

it('reads no file outside of the checkout', async () => {
  const outside = tempFolder();
  writeFileSync(join(outside, 'm.go'), head['m.go']);
  const folder = goModule({});
  mkdirSync(join(folder, 'sub'));
  const result = await newEscapes(
    request({
      headDirectory: folder,
      functions: [{ function: 'example.com/m.Sum', file: `../${outside.split('/').at(-1)!}/m.go` }],
    }),
  );
  expect(result).toEqual({ kind: 'escapes', escapes: [] });
});
