import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { kernelKills } from '../../src/cause/kernel-log.ts';
import { fixture } from '../support/guarded.ts';

/** What the kernel of the small machine logged. */
function logOf(capture: string): string[] {
  const path = join(fixture('vm'), 'captures', capture, 'dmesg.txt');
  return readFileSync(path, 'utf8').trimEnd().split('\n');
}

it.each([
  ['limit-above', 'memcg', '/job/guard', '/job/guard/t-1', 129_660],
  ['own-limit', 'memcg', '/own', '/own', 130_204],
  ['whole-machine', 'none', null, '/free', 448_668],
])(
  '%s: the kernel names what was short of memory',
  (capture, constraint, oomGroup, taskGroup, kib) => {
    const lines = logOf(capture);
    const kills = kernelKills(lines);
    const rssBytes = kib * 1024;
    expect(kills).toEqual([
      expect.objectContaining({ name: 'hog.test', constraint, oomGroup, taskGroup, rssBytes }),
    ]);
    // The first line says who asked for memory, which need not be the victim.
    expect(kills[0]?.lines).toEqual(lines.slice(1));
  },
);

it('pids: a refused fork is no kill', () => {
  expect(logOf('pids')).toEqual([expect.stringContaining('fork rejected by pids controller')]);
  expect(kernelKills(logOf('pids'))).toEqual([]);
});
