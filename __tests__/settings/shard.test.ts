import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/settings/input-error.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import type { ShardChoice } from '../../src/settings/shard.ts';
import { parseShard, parseShardCount, shardText } from '../../src/settings/shard.ts';

const commit = '3f2c1a9e0b7d4c5f8a6b1c2d3e4f5a6b7c8d9e0f';

describe('a share of the packages', () => {
  it.each<[string, ShardChoice]>([
    ['1/1', { index: 1, count: 1, weighedBy: null }],
    [' 2/4 ', { index: 2, count: 4, weighedBy: null }],
    ['256/256', { index: 256, count: 256, weighedBy: null }],
    [`3/4@${commit}`, { index: 3, count: 4, weighedBy: commit }],
    [`3/4@${'a'.repeat(64)}`, { index: 3, count: 4, weighedBy: 'a'.repeat(64) }],
  ])('%s', (text, expected) => {
    expect(parseShard(text)).toEqual(expected);
    expect(parseShard(shardText(expected))).toEqual(expected);
  });

  it.each([
    ['0/4', 'is not one of 4: shards are counted from 1'],
    ['5/4', 'is not one of 4: shards are counted from 1'],
    ['1/0', 'is no number of shards'],
    ['1/257', 'is more than the 256 jobs that one matrix may have'],
    ['1', 'is no share of a run'],
    ['1/4@main', 'is no share of a run'],
    ['1/4@3f2c1a9', 'is no share of a run'],
    ['-1/4', 'is no share of a run'],
    ['1/4@$(id)', 'is no share of a run'],
    ['99999/99999', 'is no share of a run'],
  ])('%s is refused', (text, problem) => {
    expect(parseShard(text)).toEqual({ problem });
  });

  it('names the flag or input, the mistake and the fix', () => {
    expect(() => resolve({ text: '5/4', where: 'input shard' })).toThrow(
      new InputError([
        {
          where: 'input shard',
          what: '"5/4" is not one of 4: shards are counted from 1',
          fix: 'give INDEX/COUNT, such as 2/4 for the second of four, or what "go-crash-guard plan" printed, such as 2/4@COMMIT',
        },
      ]),
    );
  });

  it('is all of them where nothing or an empty input is given', () => {
    expect(resolve().shard).toBeNull();
    expect(resolve({ text: '', where: 'input shard' }).shard).toBeNull();
    expect(resolve({ text: '2/4', where: '--shard' })).toMatchObject({
      shard: { index: 2, count: 4 },
      sources: { shard: '--shard' },
    });
  });
});

describe('a number of shards', () => {
  it('is a whole number', () => {
    expect(parseShardCount(' 4 ', '--shards')).toBe(4);
  });

  it.each(['', '0', '257', '1/4', '4.5', '-4', '1e2', 'four'])('%j is refused', (text) => {
    expect(() => parseShardCount(text, 'input shard')).toThrow(InputError);
    expect(() => parseShardCount(text, 'input shard')).toThrow('from 1 to 256');
  });
});

function resolve(shard?: { text: string; where: string }): ReturnType<typeof resolveSettings> {
  return resolveSettings({
    ...{ layers: [], problems: [], directory: '/m', absolute: (path) => path },
    ...(shard === undefined ? {} : { shard }),
  });
}
