import { describe, expect, it } from '@jest/globals';
import type { CommandResult } from '../../src/machine/command.ts';
import {
  divertCores,
  patternFor,
  restoreCores,
  type DiversionPorts,
} from '../../src/machine/core-diversion.ts';

const original = '|/usr/share/apport/apport -p%p';
const own = '/tmp/crash-guard-cores-AbC123/core.%p';
const diversion = { original, own };

/** A kernel whose core_pattern this user may write, or only sudo, or nobody. */
function kernel(
  says: string,
  writer: 'user' | 'sudo' | 'nobody',
): DiversionPorts & { says: string } {
  const file = {
    says,
    env: {},
    patternFile: {
      read: () => Promise.resolve(`${file.says}\n`),
      write: (text: string) => {
        if (writer !== 'user') return Promise.reject(new Error('EACCES: permission denied'));
        file.says = text.replace(/\n$/, '');
        return Promise.resolve();
      },
    },
    run: (command: string, args: readonly string[], options: { input?: string | Uint8Array }) => {
      expect([command, ...args]).toEqual(['sudo', '-n', 'tee', '/proc/sys/kernel/core_pattern']);
      const refused = {
        kind: 'exited',
        code: 1,
        stdout: '',
        stderr: 'sudo: a password is required\n',
      };
      if (writer === 'nobody') return Promise.resolve<CommandResult>(refused as CommandResult);
      file.says = String(options.input ?? '').replace(/\n$/, '');
      return Promise.resolve<CommandResult>({ kind: 'exited', code: 0, stdout: '', stderr: '' });
    },
  };
  return file;
}

describe('the pattern for a folder', () => {
  it.each([
    ['/tmp/cores', '/tmp/cores/core.%p'],
    ['/tmp/50% off', '/tmp/50%% off/core.%p'],
    [`/${'x'.repeat(118)}`, `/${'x'.repeat(118)}/core.%p`],
    [`/${'x'.repeat(119)}`, null],
    [`/${'ä'.repeat(60)}`, null],
  ])('%s', (folder, pattern) => {
    expect(patternFor(folder)).toBe(pattern);
  });
});

describe('core_pattern', () => {
  it.each(['user', 'sudo'] as const)('is set and put back by %s', async (writer) => {
    const file = kernel(original, writer);
    expect(await divertCores(diversion, file)).toBeNull();
    expect(file.says).toBe(own);
    expect(await restoreCores(diversion, file)).toEqual({ kind: 'restored' });
    expect(file.says).toBe(original);
  });

  it('of a machine without rights stays, and both refusals are told', async () => {
    const file = kernel(original, 'nobody');
    expect(await divertCores(diversion, file)).toBe(
      '/proc/sys/kernel/core_pattern could not be set: EACCES: permission denied; sudo: sudo: a password is required',
    );
    expect(file.says).toBe(original);
  });

  it('that does not take what is written is not taken for set', async () => {
    const file = kernel(original, 'user');
    file.patternFile.write = () => Promise.resolve();
    expect(await divertCores(diversion, file)).toContain('did not take');
  });

  it('that somebody else has changed is theirs', async () => {
    const file = kernel('core.%e', 'user');
    expect(await restoreCores(diversion, file)).toEqual({ kind: 'left', pattern: 'core.%e' });
    expect(file.says).toBe('core.%e');
  });

  it('that somebody has put back already needs nothing', async () => {
    expect(await restoreCores(diversion, kernel(original, 'nobody'))).toEqual({ kind: 'restored' });
  });

  it('that cannot be put back is told, with what to do', async () => {
    const quoted = { original: "|/bin/it's", own };
    const restored = await restoreCores(quoted, kernel(own, 'nobody'));
    expect(restored).toEqual({
      kind: 'failed',
      problem: expect.stringContaining(
        `do it as root: echo '|/bin/it'\\''s' > /proc/sys/kernel/core_pattern`,
      ) as never,
    });
  });
});
