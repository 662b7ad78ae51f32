import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateLayer } from '../../src/settings/layer.ts';
import { failOnKinds } from '../../src/settings/schema.ts';

function validate(values: Record<string, unknown>): ReturnType<typeof validateLayer> {
  return validateLayer({ values, where: (key) => `input ${key}` });
}

it('lets a right layer through as it is', () => {
  const values = {
    packages: ['./...'],
    legs: ['race', { name: 'i386', env: { GOARCH: '386' }, go: '1.24.9', tags: ['a'] }],
    'fail-on': ['crash'],
    timeout: '10m',
    fresh: false,
    'memory-limit': '80%',
    'core-dumps': 'required',
    snapshot: { at: 'off', goroutines: 10_000, 'test-time': '5m', 'no-progress': '2m' },
    baseline: 'file:/var/baseline',
    'heap-threshold': '2.5%',
    heap: {
      branches: ['main', 'release/1.x'],
      confirm: 'base',
      metrics: { allocated: 'warn', 'allocs-per-op': 'off' },
      budgets: [{ package: './store/...', test: 'Test*', allocated: '64MiB' }],
      accept: [
        {
          package: './store',
          metric: 'objects',
          'up-to': 5000,
          until: '2026-12-31',
          reason: 'an index',
        },
      ],
    },
  };
  expect(validate(values)).toMatchObject({ layer: { values }, problems: [] });
});

describe('names what is wrong, where, and the fix', () => {
  it.each<[Record<string, unknown>, string, string, string]>([
    [{ tiemout: '1m' }, 'input tiemout', 'unknown setting "tiemout"', 'did you mean "timeout"?'],
    [{ colour: 1 }, 'input colour', 'unknown setting "colour"', 'known settings: packages, legs, '],
    [
      { 'fail-on': ['crashs'] },
      'input fail-on[0]',
      '"crashs" is not allowed',
      `did you mean crash? allowed: ${failOnKinds.join(', ')}`,
    ],
    [{ timeout: '10' }, 'input timeout', '"10" is no duration', 'see docs/settings.md'],
    [{ timeout: 10 }, 'input timeout', '10 is of the wrong kind', 'give a string'],
    [{ fresh: 'yes' }, 'input fresh', '"yes" is of the wrong kind', 'give true or false'],
    [{ packages: './...' }, 'input packages', '"./..." is of the wrong kind', 'give a list'],
    [{ out: '' }, 'input out', '"" names no folder', 'see docs/settings.md'],
    [{ legs: [] }, 'input legs', '[] must name at least one leg', 'see docs/settings.md'],
    [{ legs: ['Race'] }, 'input legs[0]', '"Race" must be lower-case', 'see docs/settings.md'],
    [{ legs: [5] }, 'input legs[0]', '5 is no leg', 'give a name'],
    [{ legs: ['race', {}] }, 'input legs[1][name]', 'it is missing', 'a string'],
    [
      { legs: [{ name: 'x', env: { GOARCH: 386 } }] },
      'input legs[0][env][GOARCH]',
      '386 is of the wrong kind',
      'give a string',
    ],
    [
      { legs: [{ name: 'x', env: { CRASH_GUARD_SHIM: 'y' } }] },
      'input legs[0][env][CRASH_GUARD_SHIM]',
      'is no name for an environment variable',
      'give another name',
    ],
    [{ legs: [{ name: 'x', rce: true }] }, 'input legs[0]', 'unknown key "rce"', 'keys of a leg'],
    [{ legs: [{ name: 'x', go: '2' }] }, 'input legs[0][go]', '"2" is no Go version', 'see docs'],
    ...(
      [
        ['0', '"0" leaves nothing to run in'],
        ['150%', '"150%" is more than all of the memory'],
        ['lots', '"lots" is no memory limit'],
        ['-1GiB', '"-1GiB" is no memory limit'],
        ['1e400GiB', '"1e400GiB" is no memory limit'],
        ['', '"" is no memory limit'],
        [0, '0 is of the wrong kind'],
        [null, 'null is of the wrong kind'],
        [2_147_483_648, '2147483648 is of the wrong kind'],
      ] as const
    ).map(([value, what]): [Record<string, unknown>, string, string, string] => [
      { 'memory-limit': value },
      'input memory-limit',
      what,
      'give a size such as 2GiB or 512MiB (units: B, KB, MB, GB, KiB, MiB, GiB), a share',
    ]),
    [
      { 'core-dumps': 'requird' },
      'input core-dumps',
      '"requird" is not allowed',
      'did you mean required? allowed: auto, off, required',
    ],
    [{ 'core-dumps': true }, 'input core-dumps', 'true is not allowed', 'allowed: auto, off'],
    [{ snapshot: '80%' }, 'input snapshot', '"80%" is of the wrong kind', 'give a mapping with at'],
    [
      { snapshot: { at: '100%' } },
      'input snapshot[at]',
      '"100%" is neither a whole share between 1% and 99% nor off',
      'such as 80%, or off',
    ],
    [{ snapshot: { at: 80 } }, 'input snapshot[at]', '80 is of the wrong kind', 'such as 80%'],
    [
      { snapshot: { goroutines: 0 } },
      'input snapshot[goroutines]',
      '0 is no number of goroutines',
      'give a whole number such as 10000',
    ],
    [
      { snapshot: { goroutines: 1.5 } },
      'input snapshot[goroutines]',
      '1.5 is of the wrong kind',
      'give a whole number',
    ],
    [
      { snapshot: { 'test-time': '0s' } },
      'input snapshot[test-time]',
      '"0s" is no time at all',
      'give a Go duration such as 5m',
    ],
    [
      { snapshot: { 'no-progress': 'soon' } },
      'input snapshot[no-progress]',
      '"soon" is no duration',
      'give a Go duration such as 2m',
    ],
    [{ snapshot: { after: '5m' } }, 'input snapshot', 'unknown key "after"', 'with at, goroutines'],
    ...(
      [
        ['gti', '"gti" is no place for a baseline'],
        ['file:', '"file:" names no folder'],
        ['file: ', '"file: " names no folder'],
        ['file:///var/x', 'is a URL, not a path'],
        ['/var/x', '"/var/x" is no place for a baseline'],
        ['', '"" is no place for a baseline'],
        [false, 'false is of the wrong kind'],
      ] as const
    ).map(([value, what]): [Record<string, unknown>, string, string, string] => [
      { baseline: value },
      'input baseline',
      what,
      'give git (a branch of the repository), file:PATH',
    ]),
    ...(
      [
        ['5', '"5" is no share between 0% and 1000%'],
        ['-5%', '"-5%" is no share'],
        ['1001%', '"1001%" is no share between'],
        ['', '"" is no share'],
        [5, '5 is of the wrong kind'],
      ] as const
    ).map(([value, what]): [Record<string, unknown>, string, string, string] => [
      { 'heap-threshold': value },
      'input heap-threshold',
      what,
      'give a share such as 5%',
    ]),
    [{ heap: [] }, 'input heap', '[] is of the wrong kind', 'with branches, confirm, metrics'],
    [
      { heap: { confirm: 'yes' } },
      'input heap[confirm]',
      '"yes" is not allowed',
      'allowed: head, base, off',
    ],
    [
      { heap: { metrics: { alocated: 'off' } } },
      'input heap[metrics]',
      'unknown key "alocated"',
      'allocated, objects, in-use, live-peak, rss, goroutines, bytes-per-op, allocs-per-op to enforce',
    ],
    [
      { heap: { metrics: { rss: 'fail' } } },
      'input heap[metrics][rss]',
      '"fail" is not allowed',
      'allowed: enforce, warn, off',
    ],
    [
      { heap: { branches: ['-x'] } },
      'input heap[branches][0]',
      '"-x" is no name of a branch',
      'such as main',
    ],
    [
      { heap: { budgets: [{ package: './a', allocated: '0MiB' }] } },
      'input heap[budgets][0][allocated]',
      '"0MiB" is no size above zero',
      'give a size such as 64MiB',
    ],
    [
      { heap: { budgets: [{ package: './a', alloc: '1MiB' }] } },
      'input heap[budgets][0]',
      'unknown key "alloc"',
      'with package, test, allocated, in-use, rss, leak-per-stack',
    ],
    [
      { heap: { budgets: [{ package: '-a', allocated: '1MiB' }] } },
      'input heap[budgets][0][package]',
      '"-a" is no package pattern',
      'such as ./store',
    ],
  ])('%j', (values, where, what, fix) => {
    expect(validate(values).problems).toEqual([
      { where, what: expect.stringContaining(what), fix: expect.stringContaining(fix) },
    ]);
  });
});

describe('a growth that is accepted', () => {
  const right = {
    package: './store',
    metric: 'allocated',
    'up-to': '+30%',
    until: '2026-12-31',
    reason: 'the index is kept in memory',
  };
  it.each<[string, Record<string, unknown>, string, string, string]>([
    ['no package', { package: undefined }, '[package]', 'it is missing', 'give a package such as'],
    ['no metric', { metric: undefined }, '[metric]', 'it is missing', 'allocated, obj'],
    ['no cap', { 'up-to': undefined }, '[up-to]', 'it is missing', 'what the figure may'],
    ['no day', { until: undefined }, '[until]', 'it is missing', 'the last day'],
    ['no reason', { reason: undefined }, '[reason]', 'it is missing', 'in a sentence'],
    ['an empty reason', { reason: ' ' }, '[reason]', '" " gives no reason', 'in a sentence'],
    ['another metric', { metric: 'alloc' }, '[metric]', '"alloc" is not', 'allowed: allocated, '],
    ['a day that is none', { until: '2026-02-30' }, '[until]', 'is no day', 'such as 2026-12-31'],
    ['a time', { until: '2026-12-31T10:00' }, '[until]', 'is no day', 'such as 2026-12-31'],
    ['a month', { until: '2026-12' }, '[until]', 'is no day', 'such as 2026-12-31'],
    ['no growth', { 'up-to': '+0%' }, '[up-to]', 'accepts no growth at all', 'such as +30%'],
    ['all growth', { 'up-to': '+1001%' }, '[up-to]', 'is more than 1000%', 'such as +30%'],
    ['a bare share', { 'up-to': '30%' }, '[up-to]', 'is a share without a "+"', 'such as +30%'],
    ['less', { 'up-to': '-30%' }, '[up-to]', 'is neither an amount nor a share', 'such as +30%'],
    ['nothing', { 'up-to': '0MiB' }, '[up-to]', 'accepts nothing', 'a size such as 120MiB'],
    ['zero', { 'up-to': 0 }, '[up-to]', '0 accepts nothing', 'a size such as 120MiB'],
    ['a broken cap', { 'up-to': '+lots' }, '[up-to]', 'is no share over the base', 'such as +30%'],
    [
      'a fraction',
      { 'up-to': 1.5 },
      '[up-to]',
      '1.5 is of the wrong kind',
      'a number such as 5000',
    ],
    ['an unknown key', { unitl: '2026-12-31' }, '', 'unknown key "unitl"', 'up-to, until, reason'],
  ])('with %s', (_, change, part, what, fix) => {
    const { problems } = validate({ heap: { accept: [right, { ...right, ...change }] } });
    expect(problems).toEqual([
      {
        where: `input heap[accept][1]${part}`,
        what: expect.stringContaining(what),
        fix: expect.stringContaining(fix),
      },
    ]);
  });
});

it('reports every problem and keeps what is right', () => {
  const { layer, problems } = validate({
    tiemout: '1m',
    fresh: 'no',
    packages: ['./a'],
    'fail-on': ['x', 'y'],
  });
  expect(problems.map(({ where }) => where).sort()).toEqual([
    'input fail-on[0]',
    'input fail-on[1]',
    'input fresh',
    'input tiemout',
  ]);
  expect(layer.values).toEqual({ packages: ['./a'] });
});

it('never throws, whatever the values', () => {
  const key = fc.constantFrom(
    'packages',
    'legs',
    'timeout',
    'fresh',
    'out',
    'fail-on',
    'memory-limit',
    'core-dumps',
    'snapshot',
    'baseline',
    'heap-threshold',
    'heap',
    '__proto__',
  );
  const leg = fc.record({ name: fc.anything(), env: fc.anything() }, { requiredKeys: [] });
  const value = fc.oneof(fc.anything(), fc.array(fc.oneof(leg, fc.string())));
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(key, fc.string()), value), (values) => {
      const { layer, problems } = validate(values);
      if (problems.length === 0) expect(Object.keys(layer.values)).toEqual(Object.keys(values));
      for (const { what, fix } of problems) expect(`${what}${fix}`).not.toContain('undefined');
    }),
  );
});
