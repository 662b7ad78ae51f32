import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joined, linkTo, markup, scriptJson } from '../../../src/render/html/markup.ts';

describe('markup', () => {
  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['the end of an attribute', '" onload="x', '&quot; onload=&quot;x'],
    ['a single quote', "' x='", '&#39; x=&#39;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a control character', 'a\u0000b', 'a\ufffdb'],
  ])('escapes %s', (_, text, expected) => {
    expect(markup`<b title="${text}">${text}</b>`.markup).toBe(
      `<b title="${expected}">${expected}</b>`,
    );
  });

  it('takes markup, lists of it and nothing as they are', () => {
    const items = ['a', '<'].map((item) => markup`<li>${item}</li>`);
    expect(markup`<ul>${items}${null}</ul>${joined(items, '\n')}`.markup).toBe(
      '<ul><li>a</li><li>&lt;</li></ul><li>a</li>\n<li>&lt;</li>',
    );
  });

  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(markup`${text}`.markup).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('scriptJson', () => {
  it('holds nothing that ends a script element, and reads back as it was', () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '&lt;', '<script'),
    );
    fc.assert(
      fc.property(any, (value) => {
        const { markup: json } = scriptJson(value);
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('linkTo', () => {
  it.each([
    ['runs/memory/m/p/attempt-1/heap.pprof', 'runs/memory/m/p/attempt-1/heap.pprof'],
    ['memory-m-%20p.html', 'memory-m-%2520p.html'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['a"b\ud800', 'a%22b%EF%BF%BD'],
  ])('%s is %s', (path, expected) => {
    expect(linkTo(path)).toBe(expected);
  });
});
