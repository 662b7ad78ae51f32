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
    [{ legs: ['race', {}] }, 'input legs[1][name]', 'nothing is of the wrong kind', 'a string'],
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
  ])('%j', (values, where, what, fix) => {
    expect(validate(values).problems).toEqual([
      { where, what: expect.stringContaining(what), fix: expect.stringContaining(fix) },
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
