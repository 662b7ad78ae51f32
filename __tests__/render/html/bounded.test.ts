import { describe, expect, it } from '@jest/globals';
import { bounded } from '../../../src/render/html/bounded.ts';
import { block, code, words } from '../../../src/render/html/foreign-text.ts';
import { markup } from '../../../src/render/html/markup.ts';

describe('bounded', () => {
  const row = (text: string) => markup`<li>${text}</li>`;

  it.each([
    ['all that there is room for', ['a', 'b'], { items: 5, chars: 100 }, 2],
    ['no more items than are wanted', ['a', 'b', 'c'], { items: 2, chars: 100 }, 2],
    ['no more characters than are wanted', ['a', 'b', 'c'], { items: 5, chars: 20 }, 2],
    ['one item, however long', ['a'.repeat(99), 'b'], { items: 5, chars: 20 }, 1],
    ['nothing of nothing', [], { items: 5, chars: 20 }, 0],
  ])('shows %s, and counts the others', (_, items, room, shown) => {
    const found = bounded(items, room, row);
    expect(found.shown).toHaveLength(shown);
    expect(found.left).toBe(items.length - shown);
  });
});

describe('text from elsewhere', () => {
  it('is clipped, kept in one line and isolated in a sentence', () => {
    expect(words('a\n  b <c>', 100).markup).toBe('<bdi>a b &lt;c&gt;</bdi>');
    expect(words('abcdef', 4).markup).toBe('<bdi>abc…</bdi>');
    expect(code('a\tb', 100).markup).toBe('<code>a b</code>');
  });

  it('keeps its lines in a block, and says how much is left out', () => {
    expect(block('a\r\n  b\n\n', 100).markup).toBe('<pre>a\n  b</pre>');
    expect(block('abcdef', 4).markup).toBe(
      '<pre>abcd</pre><p class="note">2 more characters are in report.json.</p>',
    );
  });
});
