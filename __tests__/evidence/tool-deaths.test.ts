import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toolDeaths } from '../../src/evidence/tool-deaths.ts';

it.each([
  [
    'example.com/m/a.test: /usr/local/go/pkg/tool/linux_amd64/link: signal: killed',
    'link',
    'killed',
  ],
  [
    'example.com/m/a: /usr/local/go/pkg/tool/linux_amd64/compile: signal: killed',
    'compile',
    'killed',
  ],
  ['/go/pkg/tool/linux_amd64/link: running gcc failed: signal: killed', 'gcc', 'killed'],
  ['C:\\go\\pkg\\tool\\windows_amd64\\link.exe: signal: killed', 'link', 'killed'],
  ['collect2: fatal error: ld terminated with signal 9 [Killed]', 'ld', 'killed'],
  ['gcc: fatal error: Killed signal terminated program cc1', 'cc1', 'killed'],
  ['a.test: /x/link: signal: bus error (core dumped)', 'link', 'bus error (core dumped)'],
])('%s', (line, tool, signal) => {
  expect(toolDeaths(`# example.com/m/a\n${line}\n`)).toEqual([{ tool, signal, line }]);
});

it('a tool that failed by itself did not die of a signal', () => {
  expect(toolDeaths('./a.go:3:5: undefined: signal\nlink: exit status 1\n')).toEqual([]);
});

it('never throws, and a line without end costs nothing much', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(toolDeaths(text))));
  expect(toolDeaths('a: signal: '.repeat(200_000))).toEqual([]);
});
