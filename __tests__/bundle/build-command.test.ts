import { expect, it } from '@jest/globals';
import { buildCommand } from '../../src/bundle/build-command.ts';
import type { RunPlanLeg } from '../../src/run/run-plan.ts';

const leg = (words: string[], flags: string[] = []): RunPlanLeg =>
  ({
    race: false,
    patterns: ['./...', './store'],
    command: [
      'go',
      'test',
      '-json',
      '-exec=/c/shim',
      ...flags,
      '-overlay=/o.json',
      '-race=false',
      './...',
      './store',
      ...words,
    ],
  }) as unknown as RunPlanLeg;

const base = ['go', 'test', '-c', '-overlay=/o.json', '-race=false', 'm/store'];

it.each<[string[], string[]]>([
  [[], []],
  [
    ['-tags=x', '-run', 'TestA', '-count=1'],
    ['-tags=x', '-run', 'TestA', '-count=1'],
  ],
  [
    ['-o=mine', '-update'],
    ['-o=mine', '-update'],
  ],
  [['-v', '-args', '-o=theirs', './...'], ['-v']],
])('%j', (words, kept) => {
  expect(buildCommand(leg(words), 'm/store', '/b/pkg.test')).toEqual([
    ...base,
    ...kept,
    '-o=/b/pkg.test',
  ]);
});

it('keeps what stands before the packages, but for what runs and prints', () => {
  const command = buildCommand(leg([], ['-toolexec=/c/overlayvet /o.json']), 'm/store', '/b');
  expect(command.slice(3, 5)).toEqual(['-toolexec=/c/overlayvet /o.json', '-overlay=/o.json']);
});
