import { describe, expect, it } from '@jest/globals';
import { quietLog } from '../../src/github/quiet-log.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { groupsOf } from '../support/log-groups.ts';
import { obey } from '../support/workflow-commands.ts';

/** The commands that the runner would obey, but for those that stop them. */
function obeyed(log: string): string[] {
  const commands = obey(log).obeyed.filter(
    ({ name }) => name !== 'stop-commands' && !/^[0-9a-f-]{36}$/.test(name),
  );
  return commands.map(({ name, data }) => `::${name}::${data}`);
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

describe('groups', () => {
  const logOf = (use: (log: ReturnType<typeof quietLog>) => void): string => {
    let text = '';
    use(
      quietLog((each) => {
        text += each;
      }),
    );
    return text;
  };

  it('hold what is written until they are closed', () => {
    const log = logOf((quiet) => {
      quiet.groups.open('leg race: 2 packages');
      quiet.write('inside\n');
      quiet.groups.close();
      quiet.write('outside\n');
      quiet.resume();
    });
    expect(groupsOf(log)).toEqual([
      { title: 'leg race: 2 packages', lines: ['inside'] },
      { title: null, lines: ['outside'] },
    ]);
    expect(obeyed(log)).toEqual(['::group::leg race: 2 packages', '::endgroup::']);
  });

  it('end where our own commands begin, also if nobody closed them', () => {
    const log = logOf((quiet) => {
      quiet.groups.open('leg race');
      quiet.write('inside\n');
      quiet.resume();
      quiet.groups.open('leg memory');
      quiet.groups.open('once more');
      quiet.resume();
    });
    expect(obeyed(log)).toEqual([
      ...['::group::leg race', '::endgroup::'],
      ...['::group::leg memory', '::endgroup::', '::group::once more', '::endgroup::'],
    ]);
  });

  it.each(hostileStrings)('hold whatever a test prints: %s', (_name, text) => {
    const log = logOf((quiet) => {
      quiet.groups.open(text);
      quiet.write(`${text}\nlast line\n`);
      quiet.groups.close();
      quiet.write('outside\n');
      quiet.resume();
    });
    const [first, second, ...more] = groupsOf(log);
    expect(more).toEqual([]);
    expect(first?.title).not.toBeNull();
    expect(first?.lines.at(-1)).toBe('last line');
    expect(second).toEqual({ title: null, lines: ['outside'] });
    expect(obeyed(log).map((command) => command.split('::')[1])).toEqual(['group', 'endgroup']);
    expect(obey(log).stopped).toBe(false);
  });
});
