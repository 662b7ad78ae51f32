import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, fit, type Item, type Section } from '../../src/render/fit.ts';

const size = (text: string): number => text.length;

function section(of: Partial<Section> = {}): Section {
  return {
    ...{ head: '', items: [], tail: '', shape: 'list', unmade: 0 },
    more: (count) => `- ${String(count)} more`,
    ...of,
  };
}

function item(...forms: [string, number][]): Item {
  return forms.map(([text, worth]) => ({ text, worth }));
}

describe('what fits stays whole', () => {
  it('sections are paragraphs, items are joined by their shape', () => {
    const sections = [
      section({ items: [item(['title', always])] }),
      section({ head: 'A\n\n', items: [item(['- a', 1]), item(['- b', 1])] }),
      section({ head: '|x|\n|-|\n', items: [item(['|1|', 1])], shape: 'rows', unmade: 2 }),
      section({ items: [item(['p', 1]), item(['q', 1])], shape: 'paragraphs' }),
      section(),
    ];
    expect(fit(sections, { limit: 1000, size })).toBe(
      'title\n\nA\n\n- a\n- b\n\n|x|\n|-|\n|1|\n\n- 2 more\n\np\n\nq',
    );
  });

  it('single lines among paragraphs are one list', () => {
    const items = ['all of it', '- a', '- b', 'more'].map((text) => item([text, 1]));
    expect(fit([section({ items, shape: 'paragraphs' })], { limit: 1000, size })).toBe(
      'all of it\n\n- a\n- b\n\nmore',
    );
  });
});

describe('where there is too much', () => {
  const long = 'x'.repeat(50);

  it('detail of the least worth goes first, and of two that are equal the later one', () => {
    const items = [
      item([`- a ${long}`, 1], ['- a', 9]),
      item([`- b ${long}`, 1], ['- b', 9]),
      item([`- c ${long}`, 2], ['- c', 9]),
    ];
    const text = (limit: number): string[] =>
      fit([section({ items })], { limit, size }).split('\n');
    expect(text(200)).toEqual([`- a ${long}`, `- b ${long}`, `- c ${long}`]);
    expect(text(160)).toEqual([`- a ${long}`, '- b', `- c ${long}`]);
    expect(text(110)).toEqual(['- a', '- b', `- c ${long}`]);
    expect(text(40)).toEqual(['- a', '- b', '- c']);
    expect(text(22)).toEqual(['- a', '- 2 more']);
  });

  it('a title goes with its last item, and what it stood for is counted', () => {
    const items = [item([long, 1]), item([long, 1])];
    const folded = section({ head: '<details>\n\n', tail: '\n\n</details>', items, unmade: 3 });
    expect(fit([folded], { limit: 30, size })).toBe('- 5 more');
  });

  it('what is always shown stays whatever the limit is', () => {
    expect(fit([section({ items: [item([long, always])] })], { limit: 1, size })).toBe(long);
  });

  it('a larger form never outlives a smaller one, even if it is said to be worth more', () => {
    const items = [item([`- a ${long}`, 9], ['- a', 1], ['a', 1])];
    expect(fit([section({ items })], { limit: 30, size })).toBe('- a');
  });
});

const sections = fc.array(
  fc
    .array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 })), {
        ...{ minLength: 1, maxLength: 4 },
      }),
      { maxLength: 20 },
    )
    .map((items) =>
      section({
        ...{ head: '<d>', tail: '</d>' },
        items: items.map((forms) =>
          forms.map(([length, worth]) => ({ text: 'y'.repeat(length), worth })),
        ),
      }),
    ),
  { maxLength: 8 },
);

it('is never longer than the limit where nothing must stay, and always balanced', () => {
  fc.assert(
    fc.property(sections, fc.integer({ min: 200, max: 2000 }), (made, limit) => {
      const text = fit(made, { limit, size });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.split('<d>')).toHaveLength(text.split('</d>').length);
    }),
  );
});

it('counts everything that it does not show', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 40, max: 900 }),
      (all, limit) => {
        const items = Array.from({ length: all }, () => item(['- item', 5]));
        const text = fit([section({ items, unmade: 7 })], { limit, size });
        const shown = text.match(/- item/g)?.length ?? 0;
        expect(text).toContain(`- ${String(all - shown + 7)} more`);
      },
    ),
  );
});
