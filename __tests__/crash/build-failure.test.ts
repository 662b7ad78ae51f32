import { describe, expect, it } from '@jest/globals';
import { goCommandSayings } from '../../src/crash/build/go-command-failure.ts';
import { sectionsNamed } from '../support/crash-sections.ts';
import { scanned } from '../support/scanned.ts';

type Failure = [message: string | RegExp, at?: string];

/** What each broken module makes the go command say: [message, file:line] of every failure, by what was asked of it. */
const broken: Record<string, { build?: Failure[]; vet?: Failure[]; test?: Failure[] }> = {
  types: {
    build: [['"os" imported and not used', './types.go:3']],
    vet: [[/^(?:"os" imported and not used|not enough arguments in call to sum)$/, './types.go:9']],
    test: [['"os" imported and not used', './types.go:3']],
  },
  syntax: {
    build: [['syntax error: unexpected }, expected expression', './syntax.go:5']],
    vet: [["expected operand, found '}'", './syntax.go:5']],
    test: [['syntax error: unexpected }, expected expression', './syntax.go:5']],
  },
  manyerrors: {
    build: [['undefined: undefined1', './a.go:3']],
    test: [['undefined: undefined1', './a.go:3']],
  },
  duplicate: {
    build: [['Total redeclared in this block', './b.go:3']],
    test: [['Total redeclared in this block', './b.go:3']],
  },
  intests: { build: [], test: [['undefined: total', './a_test.go:6']] },
  vetted: {
    build: [],
    vet: [[/^fmt\.Printf format %d has arg "seven" of wrong type string$/]],
    test: [['fmt.Printf format %d has arg "seven" of wrong type string', './vetted_test.go:9']],
  },
  header: {
    build: [['fatal error: nosuchheader.h: No such file or directory', './header.go:4']],
    test: [['fatal error: nosuchheader.h: No such file or directory', './header.go:4']],
  },
  linked: { build: [['link: running gcc failed: exit status 1']], vet: [], test: [] },
  warns: { build: [], vet: [], test: [] },
  cycle: { build: [['import cycle not allowed']] },
  internals: {
    build: [
      [
        'use of internal package example.com/internals/other/internal/secret not allowed',
        'use/a.go:3',
      ],
    ],
  },
  embedded: {
    build: [['pattern nothing/*: no matching files found', 'a.go:5']],
    test: [['pattern nothing/*: no matching files found', 'a.go:5']],
  },
  gomod: { build: [['unknown directive: requires', 'go.mod:4']] },
  nosum: {
    build: [
      [
        'missing go.sum entry for module providing package golang.org/x/text/language (imported by example.com/nosum)',
        'a.go:3',
      ],
    ],
  },
  twonames: { build: [[/^found packages one \(a\.go\) and two \(b\.go\) in /]] },
  constraints: { build: [], vet: [], test: [] },
};

const asked = Object.entries(broken).flatMap(([module, by]) =>
  Object.entries(by).map(
    ([command, expected]) => [`broken-${module}/${command}`, expected] as const,
  ),
);

describe.each(asked)('%s', (name, expected) => {
  it.each(sectionsNamed(name).map(({ minor, text }) => [minor, text] as const))(
    'Go 1.%i',
    (_, text) => {
      const { crashes } = scanned(text);
      expect(crashes).toHaveLength(expected.length);
      for (const [index, [message, at]] of expected.entries()) {
        const crash = crashes[index];
        expect(crash).toMatchObject({
          kind: 'build-failure',
          truncated: false,
          survived: false,
          stacks: [],
        });
        expect(crash?.message).toEqual(
          typeof message === 'string' ? message : expect.stringMatching(message),
        );
        const places =
          crash?.positions.map(
            ({ file, line }) => `${file.replace(/^\/.*\//, '')}:${String(line)}`,
          ) ?? [];
        if (at !== undefined) expect(places).toContain(at);
      }
    },
  );
});

describe('details', () => {
  it('the package is the one above, without that of its tests', () => {
    for (const { text } of sectionsNamed('broken-types/test'))
      expect(scanned(text).crashes).toMatchObject([{ package: 'example.com/types' }]);
    for (const { text } of sectionsNamed('broken-vetted/test'))
      expect(scanned(text).crashes).toMatchObject([{ package: 'example.com/vetted' }]);
  });
  it('where no package is named above, it is the one whose set-up failed', () => {
    for (const { text } of sectionsNamed('broken-embedded/test').filter(
      ({ minor }) => minor === 20,
    ))
      expect(scanned(text).crashes[0]).toMatchObject({ positions: [{ file: 'a.go', line: 5 }] });
    const text =
      'a.go:5:12: pattern x: no matching files found\nFAIL\texample.com/m [setup failed]\nFAIL';
    expect(scanned(text).crashes).toMatchObject([{ package: 'example.com/m' }]);
  });
  it('what explains a position belongs to it', () => {
    for (const { text } of sectionsNamed('broken-types/build')) {
      const [crash] = scanned(text).crashes;
      expect(crash?.positions.map(({ line, message }) => [line, message])).toContainEqual([
        9,
        'not enough arguments in call to sum\nhave (number)\nwant (int, int)',
      ]);
    }
  });
  it('what a linker says is noted', () => {
    for (const { text } of sectionsNamed('broken-linked/build'))
      expect(scanned(text).crashes[0]?.notes).toContainEqual(
        expect.stringMatching(/cannot find -lnosuchlibrary/),
      );
  });
  it('each missing package is one failure, as go test reports them since Go 1.24', () => {
    for (const { minor, text } of sectionsNamed('broken-missing/test').filter(
      ({ minor }) => minor >= 24,
    )) {
      expect(minor).toBeGreaterThanOrEqual(24);
      expect(scanned(text).crashes.map(({ message }) => message)).toEqual([
        'no required module provides package example.com/nowhere/else',
        'package fmtt is not in std (/usr/local/go/src/fmtt)',
        'no required module provides package github.com/nobody/nothing',
      ]);
    }
  });
});

describe('the go command', () => {
  it.each(goCommandSayings)('$sample', ({ pattern, sample }) => {
    expect(sample).toMatch(pattern);
    expect(scanned(sample).crashes).toMatchObject([{ kind: 'build-failure', positions: [] }]);
  });
  it.each([
    [
      'go: go.mod requires go >= 1.99 (running go 1.27.3; GOTOOLCHAIN=local)',
      'go.mod requires go >= 1.99 (running go 1.27.3; GOTOOLCHAIN=local)',
    ],
    [
      'go: cannot find main module, but found .git/config in /src',
      'cannot find main module, but found .git/config in /src',
    ],
    [
      'go: example.com/a@v1.0.0 requires\n\texample.com/b@v2.0.0: reading go.mod: 404 Not Found',
      'example.com/a@v1.0.0 requires example.com/b@v2.0.0: reading go.mod: 404 Not Found',
    ],
    ['go: errors parsing go.mod:\n/src/go.mod:5: unknown directive: foo', 'unknown directive: foo'],
    [
      '# runtime/cgo\ncgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
      'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
    ],
    [
      '# example.com/m\nruntime.main_main·f: function main is undeclared in the main package',
      'runtime.main_main·f: function main is undeclared in the main package',
    ],
    [
      'example.com/m.test: /usr/local/go/pkg/tool/linux_amd64/link: signal: killed\nFAIL\texample.com/m [build failed]',
      'link: signal: killed',
    ],
    [
      'alarm.go:10:25: call of notify copies lock value: sync.WaitGroup contains sync.noCopy',
      'call of notify copies lock value: sync.WaitGroup contains sync.noCopy',
    ],
    [
      '# example.com/m\nmain.go:5:2: C:\\m\\x.go:7: inconsistent definitions',
      'C:\\m\\x.go:7: inconsistent definitions',
    ],
    ['FAIL\texample.com/m [build failed]', 'build failed'],
  ])('%j', (text, message) => {
    expect(scanned(text).crashes).toMatchObject([{ kind: 'build-failure', message }]);
  });
});

describe('no build failure', () => {
  it.each([
    ['go: downloading golang.org/x/text v0.14.0'],
    ['go: finding module for package x'],
    ['go: warning: "./..." matched no packages\nno packages to test'],
    ['# Changes\n\nSome prose.'],
    ['# comment\nset -e'],
    ['# example.com/m\nok  \texample.com/m\t0.1s'],
    ['package main\n\nimport "fmt"'],
    ['main.go:10:2: declared and not used: x (unused)'],
    ['main.go:12: a log line'],
    ['pattern recognised: 7'],
    ['    a_test.go:3:5: nested'],
    ['found packages of tea'],
  ])('%j', (text) => {
    const { crashes, others } = scanned(text);
    expect(crashes).toEqual([]);
    expect(others).toEqual(text.split('\n'));
  });
  it('what a passing test of a compiler prints', () => {
    const text =
      '=== RUN   TestCompiles\n./a.go:3:5: undefined: x\n--- PASS: TestCompiles (0.00s)\nPASS\nok  \texample.com/m\t0.1s';
    expect(scanned(text).crashes).toMatchObject([{ survived: true }]);
  });
});
