import { expect, it } from '@jest/globals';
import { renderChecks, renderWarnings } from '../../src/terminal/check-table.ts';

const paint = {
  good: (text: string): string => `<good>${text}</good>`,
  bad: (text: string): string => `<bad>${text}</bad>`,
  dim: (text: string): string => text,
  bold: (text: string): string => text,
};

it('aligns what and value, and puts the fix below what is not right', () => {
  const text = renderChecks(
    [
      { id: 'go', what: 'Go', value: 'go1.26.8', needed: 'go1.21', status: 'ok', fix: null },
      {
        id: 'race',
        what: 'race detector',
        value: 'no',
        needed: 'cgo',
        status: 'fail',
        fix: 'install gcc',
      },
      { id: 'x', what: 'x', value: '', needed: 'y', status: 'warn', fix: 'do z' },
    ],
    paint,
  );
  expect(text.split('\n')).toEqual([
    '                 this machine  needed',
    '<good>✓</good> Go             go1.26.8      go1.21',
    '<bad>✗</bad> race detector  no            cgo',
    '    fix: install gcc',
    '<bad>!</bad> x                            y',
    '    fix: do z',
    '',
  ]);
});

const warned = {
  id: 'disk-build',
  what: 'free for building',
  value: '200 MiB in /tmp\u001b[2J',
  needed: '1 GiB',
  status: 'warn',
  fix: 'make room',
} as const;
const failed = { ...warned, id: 'y', what: 'y', value: 'no', status: 'fail', fix: null } as const;

it('a long value does not push the rows apart, and none can steer the terminal', () => {
  const long = { ...warned, id: 'z', what: 'z', value: 'v'.repeat(100) };
  expect(renderChecks([warned, failed, long], paint).split('\n')).toEqual([
    `                     ${'this machine'.padEnd(48)}  needed`,
    `<bad>!</bad> free for building  ${'200 MiB in /tmp'.padEnd(48)}  1 GiB`,
    '    fix: make room',
    `<bad>✗</bad> y                  ${'no'.padEnd(48)}  1 GiB`,
    `<bad>!</bad> z                  ${'v'.repeat(100)}  1 GiB`,
    '    fix: make room',
    '',
  ]);
});

it('warnings before a run are only what is not right', () => {
  const fine = { ...warned, status: 'ok' as const };
  expect(renderWarnings([fine, warned, failed], paint)).toBe(
    '<bad>!</bad> free for building: 200 MiB in /tmp (needs 1 GiB)\n    fix: make room\n<bad>✗</bad> y: no (needs 1 GiB)\n',
  );
  expect(renderWarnings([fine], paint)).toBe('');
});
