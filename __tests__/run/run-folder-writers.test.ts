import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { goTestFiles, layout } from '../../src/run/layout.ts';
import { openRunFolder, type RunMarker } from '../../src/run/run-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('a new run waits until the keeper of one that was killed writes no more', async () => {
  const out = tempFolder();
  const marker: RunMarker = {
    schema: 1,
    tool: 'go-crash-guard',
    run: 'killed',
    pid: 1,
    processStart: '0',
    startedAt: '2025-01-01T00:00:00.000Z',
    finished: false,
  };
  const leg = layout.leg(out, 'memory');
  mkdirSync(leg, { recursive: true });
  writeFileSync(layout.marker(out), JSON.stringify(marker));
  const keeper = spawn('sh', ['-c', 'sleep 0.3; mkdir -p "$0"; echo >"$0/late"', leg]);
  const ended = once(keeper, 'exit');
  writeFileSync(goTestFiles.goStart(leg), JSON.stringify({ keeperPid: keeper.pid }));
  await openRunFolder(out, new Date('2026-01-02T03:04:05Z'));
  await ended;
  expect(existsSync(leg)).toBe(false);
});
