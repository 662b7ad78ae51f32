import { describe, expect, it } from '@jest/globals';
import type { Root } from 'mdast';
import { renderCheck } from '../../src/render/check.ts';
import { renderComment } from '../../src/render/comment.ts';
import { nodesOfType, parseGfm, readText, referencesIn } from '../support/gfm.ts';
import { hostileReport, hostileStrings, hugeBackticks } from '../support/hostile-strings.ts';
import { markdownRenderers, sampleLinks, widths } from '../support/rendered.ts';
import { processorMs } from '../support/processor-time.ts';

const ownAddresses = [
  'https://github.com/org/shop/actions/runs/1/',
  'https://github.com/org/shop/blob/3f2c1a9/',
  'https://github.com/org/go-crash-guard/blob/v1/docs/',
];
const ownHtml = /^(?:<details><summary>[\w ,:?]+<\/summary>|<\/details>)$/;
const ownHeadings = [
  /^[❌⚠️]+ go-crash-guard failed: \d+ root causes, .* not seen to end, 1 flaky test, 1 goroutine leak; heap: 1 package grew, 1 budget broken$/u,
  /^(?:Root causes|Failed tests|Tests that were not seen to end|Further attempts|Fuzzing|Left behind by the tests|The run as a whole|What could not be observed)$/,
  /^Heap usage: 1 package grew, 1 budget broken$/,
];
/** Words and numbers of ours, whatever the package is called. */
const ownChart =
  /^xychart-beta\n {2}title "[\w ,./-]*"\n {2}x-axis "recorded commits" \["-3", "-2", "-1", "base", "now"\]\n {2}y-axis "MiB" [\d.]+ --> [\d.]+\n {2}line \[[\d., ]+\]$/;
/** Nothing of ours is one of these. */
const foreign = [
  ...(['image', 'imageReference', 'linkReference', 'definition', 'delete'] as const),
  ...(['footnoteReference', 'footnoteDefinition', 'thematicBreak'] as const),
];

function linksNotOurs(root: Root): string[] {
  return nodesOfType(root, 'link')
    .map(({ url }) => url)
    .filter((url) => {
      const { href } = new URL(url);
      return href !== url || !ownAddresses.some((start) => href.startsWith(start));
    });
}

function unbalanced(root: Root): number {
  let open = 0;
  for (const { value } of nodesOfType(root, 'html')) {
    open += value.startsWith('<details>') ? 1 : -1;
    if (open < 0) return open;
  }
  return open;
}

describe.each(markdownRenderers)('%s', (_name, render) => {
  it.each(hostileStrings)('keeps text that tries to be more as text: %s', (_text, text) => {
    const markdown = render(hostileReport(text));
    const root = parseGfm(markdown);
    expect(linksNotOurs(root)).toEqual([]);
    expect(nodesOfType(root, 'html').filter(({ value }) => !ownHtml.test(value))).toEqual([]);
    expect(unbalanced(root)).toBe(0);
    const headings = nodesOfType(root, 'heading').map(readText);
    expect(headings.filter((one) => !ownHeadings.some((own) => own.test(one)))).toEqual([]);
    for (const type of foreign) expect(nodesOfType(root, type)).toEqual([]);
    expect(referencesIn(root)).toEqual([]);
    for (const table of nodesOfType(root, 'table')) expect(new Set(widths(table)).size).toBe(1);
    for (const { lang, value } of nodesOfType(root, 'code')) {
      expect(['text', 'sh', 'yaml', 'mermaid']).toContain(lang);
      if (lang === 'mermaid') expect(value).toMatch(ownChart);
    }
    // Control characters and those that turn the direction of what follows.
    expect(markdown).not.toMatch(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(markdown).not.toMatch(/\p{Surrogate}/u);
  });
});

it('a title that came from a workflow file is text too', () => {
  for (const [, text] of hostileStrings) {
    const [title = ''] = renderComment(hostileReport('x'), {
      ...{ links: sampleLinks, title: text, untrusted: false },
    }).split('\n');
    const root = parseGfm(title);
    expect(root.children.map(({ type }) => type)).toEqual(['heading']);
    expect(linksNotOurs(root)).toEqual([]);
    expect(referencesIn(root)).toEqual([]);
  }
});

it('ten million backticks in every field are a short text, in a short time', () => {
  const report = hostileReport(hugeBackticks());
  // Of the processor, so that a busy machine is no reason to fail; the parser that looks at the text does not count.
  let texts: string[] = [];
  const spentMs = processorMs(
    () => (texts = markdownRenderers.map(([, render]) => render(report))),
  );
  expect(spentMs).toBeLessThan(10_000);
  for (const markdown of texts) {
    expect(markdown.length).toBeLessThan(900 * 1024);
    expect(unbalanced(parseGfm(markdown))).toBe(0);
  }
});

it('the title of a check is one line of our own words', () => {
  for (const [, text] of hostileStrings) {
    const { title } = renderCheck(hostileReport(text), sampleLinks);
    expect(title).toMatch(
      /^failed: \d+ root causes, first panic(?: in \w+ \(\w+\))?, [\w ,]+; heap: [\w ,]+$/,
    );
  }
});
