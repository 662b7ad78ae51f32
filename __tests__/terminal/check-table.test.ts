import { expect, it } from '@jest/globals';
import { renderChecks } from '../../src/terminal/check-table.ts';

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
    '<good>✓</good> Go             go1.26.8  needs go1.21',
    '<bad>✗</bad> race detector  no        needs cgo',
    '    fix: install gcc',
    '<bad>!</bad> x                        needs y',
    '    fix: do z',
    '',
  ]);
});
