import { expect, it } from '@jest/globals';
import { keys } from '../../src/render/keys.ts';
import { processorMs } from '../support/processor-time.ts';

it('tells texts, numbers and nothing apart', () => {
  const key = keys();
  const parts = ['1', 1, null, '', '0 1', 'a'.repeat(20_000), `${'a'.repeat(19_999)}b`];
  const made = parts.flatMap((one) => parts.map((other) => key([one, other])));
  expect(new Set(made).size).toBe(parts.length ** 2);
  expect(parts.flatMap((one) => parts.map((other) => key([one, other])))).toEqual(made);
});

it('takes time for each character once, also of long texts of one length', () => {
  const key = keys();
  const names = Array.from(
    { length: 4000 },
    (_, index) =>
      // As JSON.parse makes them: of a text that is put together, some engines know the parts.
      JSON.parse(
        JSON.stringify(`${'a'.repeat(16_384)}${String(index).padStart(8, '0')}`),
      ) as string,
  );
  let found = new Set<string>();
  const spentMs = processorMs(() => (found = new Set(names.map((name) => key([name])))));
  expect(found.size).toBe(names.length);
  expect(spentMs).toBeLessThan(2_000);
});
