import { expect, it } from '@jest/globals';
import { findCCompiler } from '../../src/machine/c-compiler.ts';
import { findHelpers, findProgram } from '../../src/machine/program.ts';
import { memoryFiles } from '../support/machines.ts';

const present = ['/usr/bin/gcc', '/opt/bin/gcc', '/opt/zig/zig', '/opt/bin/dlv'];
const files = {
  ...memoryFiles({}),
  executable: (path: string) => Promise.resolve(present.includes(path)),
};

it.each([
  ['gcc', '/opt/bin:/usr/bin', '/opt/bin/gcc'],
  ['gcc', '/nope::/usr/bin', '/usr/bin/gcc'],
  ['gcc', '', null],
  ['clang', '/usr/bin', null],
  ['/opt/zig/zig', '', '/opt/zig/zig'],
  ['', '/usr/bin', null],
])('%j in %j', async (name, path, found) => {
  expect(await findProgram(name, path, files)).toBe(found);
});

it.each([
  ['gcc', { command: 'gcc', path: '/usr/bin/gcc' }],
  ['/opt/zig/zig cc -target x86_64-linux-gnu', { command: '/opt/zig/zig', path: '/opt/zig/zig' }],
  ['"/opt/zig/zig" cc', { command: '/opt/zig/zig', path: '/opt/zig/zig' }],
  ['"broken', { command: '"broken', path: null }],
  ['', { command: '', path: null }],
])('the C compiler of CC=%s', async (cc, compiler) => {
  expect(await findCCompiler(cc, '/usr/bin', files)).toEqual(compiler);
});

it('every helper is looked for', async () => {
  expect(await findHelpers('/opt/bin', files)).toMatchObject({ dlv: '/opt/bin/dlv', strace: null });
});
