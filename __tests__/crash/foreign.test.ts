import { expect, it } from '@jest/globals';
import { findBlame } from '../../src/crash/blame/blame.ts';
import { isForeign } from '../../src/crash/blame/foreign.ts';
import { noRepository, type Repository } from '../../src/crash/source/repository.ts';
import { blameCaptures, blameRepository, crashOf } from '../support/blame-captures.ts';

const quiet = new Set(['fails-parent', 'log-fatal', 'foreign']);
const own = blameCaptures().filter(({ name }) => !quiet.has(name));
const foreign = blameCaptures().filter(({ name }) => name === 'foreign');

it.each(own)("$file is the repository's own", ({ file, name }) => {
  const root = name === 'windows' ? 'C:/Users/ada/blame' : undefined;
  expect(isForeign(crashOf(file), blameRepository(root))).toBe(false);
  expect(isForeign(crashOf(file), noRepository)).toBe(false);
});

it.each(foreign)('$file is another program, whose line is named as the text has it', ({ file }) => {
  const crash = crashOf(file);
  expect(isForeign(crash, blameRepository())).toBe(true);
  // The package under test is enough to tell.
  expect(isForeign(crash, noRepository)).toBe(true);
  expect(findBlame(crash, blameRepository()).blame).toEqual({
    function: 'example.com/elsewhere/tool.Run',
    file: '/srv/elsewhere/tool/tool.go',
    line: 3,
  });
});

const elsewhere: Repository = {
  root: '/home/ada/notes',
  modules: [{ path: 'example.com/notes', directory: '' }],
  has: () => false,
  lines: () => null,
};

it('all that is no dependency is foreign to another repository', () => {
  for (const { file } of own.filter(({ name }) => name === 'subtest' || name === 'race'))
    expect(isForeign(crashOf(file), elsewhere)).toBe(true);
});

it('dependencies alone may well be of this program', () => {
  const crash = crashOf('third-party-go1.27.txt');
  const { goroutine, ...stack } = crash.stacks[0]!;
  const dependencies = goroutine.frames.filter(({ file }) => file.includes('/pkg/mod/'));
  const alone = {
    ...crash,
    stacks: [{ ...stack, goroutine: { ...goroutine, frames: dependencies } }],
  };
  expect(isForeign(alone, blameRepository())).toBe(false);
  const program = [
    ...dependencies,
    { function: 'main.main', file: '/root/go/pkg/mod/example.com/tool@v1.0.0/main.go', line: 9 },
  ];
  const tool = { ...crash, stacks: [{ ...stack, goroutine: { ...goroutine, frames: program } }] };
  expect(isForeign(tool, blameRepository())).toBe(true);
});
