import { expect, it } from '@jest/globals';
import { quietLog } from '../../src/github/quiet-log.ts';

/** The lines that the runner would obey as workflow commands, by the rules of ::stop-commands::. */
function obeyed(log: string): string[] {
  const commands: string[] = [];
  let token: string | null = null;
  for (const line of log.split('\n')) {
    const stop = /^::stop-commands::(?<token>.+)$/.exec(line)?.groups?.['token'];
    if (token !== null) token = line === `::${token}::` ? null : token;
    else if (stop !== undefined) token = stop;
    else if (line.startsWith('::')) commands.push(line);
  }
  return commands;
}

it('switches commands off for what tests print, and on again for our own', () => {
  let log = '';
  const quiet = quietLog((text) => {
    log += text;
  });
  quiet.write('::error::from a test\n');
  quiet.write('partial line');
  quiet.resume();
  log += '::warning::ours\n';
  quiet.write('::set-env name=PATH::/evil\n::stop-commands::mine\n::mine::\n::error::again\n');
  quiet.resume();
  log += '::notice::ours too\n';
  expect(obeyed(log)).toEqual(['::warning::ours', '::notice::ours too']);
  expect(log).toContain('::error::from a test\npartial line\n');
});

it('writes nothing of its own when nothing was written', () => {
  let log = '';
  quietLog((text) => {
    log += text;
  }).resume();
  expect(log).toBe('');
});

it('uses a token that no test can know', () => {
  const tokens = [1, 2].map(() => {
    let log = '';
    quietLog((text) => {
      log += text;
    }).write('');
    return log;
  });
  expect(tokens[0]).toMatch(/^::stop-commands::[0-9a-f-]{36}\n$/);
  expect(tokens[0]).not.toBe(tokens[1]);
});
