import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import { sayings } from '../../src/cause/sayings.ts';
import { findWords } from '../../src/cause/words.ts';
import { end, facts } from '../support/cause-facts.ts';
import { processorMs } from '../support/processor-time.ts';

describe('every saying', () => {
  it.each(sayings.map((saying) => [saying.id, saying] as const))(
    '%s finds its sample, also at the end of an unfinished line',
    (_, { pattern, sample, not }) => {
      expect(pattern.test(sample)).toBe(true);
      expect(not?.test(sample) ?? false).toBe(false);
      if (!pattern.source.startsWith('^')) expect(pattern.test(`half a line${sample}`)).toBe(true);
    },
  );

  it.each(sayings.map((saying) => [saying.id, saying.pattern] as const))(
    '%s takes linear time for a line without end',
    (_, pattern) => {
      const long = `${'fork/exec mlock ='.repeat(60_000)}\n`;
      expect(processorMs(() => pattern.test(long))).toBeLessThan(2000);
    },
  );
});

describe('what looks alike and means something else', () => {
  it.each([
    ['fd-limit', 'inotify_init: too many open files'],
    ['fd-limit', 'fsnotify watcher: too many open files'],
    ['disk-full', 'inotify_add_watch /x: no space left on device'],
  ] as const)('%s: %s', (id, output) => {
    expect(findWords(facts({ ending: 'failed', output }), id)).toBeNull();
  });
});

it.each([
  ['the runtime threw', { file: '\ngoroutine 7 [running]:\nmain.f()\n' }, 'confirmed'],
  ['no crash file tells', { file: '' }, 'consistent'],
] as const)('text in the output counts as the runtime does: %s', (_, { file }, confidence) => {
  const cause = diagnose(
    facts({
      ending: 'crashed',
      end: end({ exitCode: 2 }),
      crash: { file, stream: 'fatal error: concurrent map writes', fileIsReliable: file !== '' },
      output: 'fatal error: concurrent map writes\n',
    }),
  );
  expect(cause).toMatchObject({ id: 'concurrent-map', confidence });
});

it('a panic in the crash file wins over what the output imitates', () => {
  const cause = diagnose(
    facts({
      ending: 'crashed',
      end: end({ exitCode: 2 }),
      crash: {
        file: 'panic: real\n\ngoroutine 1 [running]:\ntesting.tRunner()\n',
        stream: 'panic: real',
        fileIsReliable: true,
      },
      output: 'SIGSEGV: segmentation violation\npanic: imitated\n',
    }),
  );
  expect(cause).toMatchObject({ id: 'panic', confidence: 'confirmed' });
  expect(cause?.summary).toContain('real');
});
