import { expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import type { CauseFacts } from '../../src/cause/facts.ts';
import { end, facts, pid, start } from '../support/cause-facts.ts';

const mib = 1024 ** 2;
const guard = {
  schema: 1 as const,
  tier: 'cgroup' as const,
  cgroupVersion: 2 as const,
  ceilingBytes: 512 * mib,
  memoryDir: '/sys/fs/cgroup/job/crash-guard-0a1b2c3d',
  scope: '',
  tried: [],
};

const killed = (name: string, victim: number, group: string): string[] => [
  `oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=${group},task_memcg=${group},task=${name},pid=${String(victim)},uid=0`,
];

function afterKills(lines: string[], of: Partial<CauseFacts>): ReturnType<typeof diagnose> {
  return diagnose(
    facts({
      ...{ ending: 'lost', end: null, death: null, guard, goTestSignal: 'SIGKILL' },
      guardEnd: {
        ...{ before: [], after: [], vanished: false, problems: [] },
        vmstatOomKill: { before: 1, after: 2 },
        kernelLog: { source: 'kmsg', lines, problem: '' },
      },
      ...of,
    }),
  );
}

const goGroup = '/job/crash-guard-0a1b2c3d/go';

it('names the end of go test, and the kernel that ended it for memory', () => {
  const cause = afterKills(killed('go', pid - 1, goGroup), {});
  expect(cause).toMatchObject({
    id: 'lost',
    confidence: 'confirmed',
    summary:
      "nobody saw how it ended: go test itself was ended by SIGKILL, by the kernel's OOM killer",
  });
  expect(cause?.evidence.map(({ source }) => source)).toEqual(['records', 'keeper', 'kernel log']);
  expect(cause?.advice.join('\n')).toMatch(/memory-limit.*512\.0 MiB.*\n.*-p 1/s);
});

it.each([
  ['of another run', killed('go', pid - 1, '/job/crash-guard-ffffffff/go')],
  ['of another program', killed('link', pid - 1, goGroup)],
  ['of nobody', []],
])('does not take the kill %s for that of go test', (_, lines) => {
  const cause = afterKills(lines, {});
  expect(cause?.summary).toBe('nobody saw how it ended: go test itself was ended by SIGKILL');
  expect(cause?.advice.join('\n')).not.toContain('memory-limit');
});

it('shows what the kernel says of the process itself', () => {
  const lines = killed('hog.test', pid, '/job/crash-guard-0a1b2c3d/tests/t-1');
  const cause = afterKills(lines, { goTestSignal: null });
  expect(cause?.summary).toBe('nobody saw how it ended: the records stop');
  expect(cause?.evidence.at(-1)).toEqual({ source: 'kernel log', detail: lines[0] });
});

it('a package that go test did not come to was never started', () => {
  const never = { ending: 'not-started' as const, start: null };
  expect(afterKills([], never)).toMatchObject({
    id: 'lost',
    summary: 'it was never started: go test itself was ended by SIGKILL',
  });
  expect(afterKills([], { ...never, goTestSignal: null })?.id).not.toBe('lost');
  expect(afterKills([], { ...never, start, goTestSignal: null })?.id).not.toBe('lost');
});

it.each([
  ['', 'the process ended with exit code 0, and go test did not see its tests end'],
  [
    'exec: WaitDelay expired before I/O complete',
    'a process that the tests had left behind kept their output open, so go test gave up on it',
  ],
])('a process that ended well, of which go test says otherwise: %j', (output, summary) => {
  const cause = diagnose(facts({ ending: 'lost', end: end({ exitCode: 0 }), output }));
  expect(cause).toMatchObject({ id: 'lost', confidence: 'confirmed', summary });
});
