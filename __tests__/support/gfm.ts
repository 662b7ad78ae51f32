import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Markdown as GitHub reads it, as far as a parser goes; what GitHub makes of plain words later is in `references`. */
export function parseGfm(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** All nodes, parents before their children. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

export function nodesOfType<T extends Nodes['type']>(
  root: Root,
  type: T,
): Extract<Nodes, { type: T }>[] {
  return [...nodesOf(root)].filter((node) => node.type === type) as Extract<Nodes, { type: T }>[];
}

/** What stands outside of code and of HTML. */
export function plainWords(node: Nodes): string {
  return nodesIn(node, 'text').join('\n');
}

/** A heading, or another node, as it reads; code in backticks. */
export function readText(node: Nodes): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(readText).join('') : '';
}

function nodesIn(root: Nodes, type: 'text'): string[] {
  return [...nodesOf(root)].flatMap((node) => (node.type === type ? [node.value] : []));
}

// GitHub makes links of these in plain words: who is mentioned is told, what is referred to gets a note. docs.github.com, "Autolinked
// references and URLs", "Basic writing and formatting syntax".
const references: readonly RegExp[] = [
  /(?:^|[^\p{L}\p{N}`/])@[\p{L}\p{N}]/u,
  /#\d/,
  /\bGH-\d/i,
  /\b[0-9a-f]{7,40}\b/,
  /:\/\/|\bwww\./i,
  /[\p{L}\p{N}]@[\p{L}\p{N}]/u,
  /(?:^|\s):[\w+-]+:(?:\s|$)/,
  /\$[^\s$]/,
];

/** Words outside of code that GitHub would make something of. */
export function referencesIn(root: Root): string[] {
  const words = plainWords(root);
  return references.flatMap((pattern) => pattern.exec(words)?.[0] ?? []);
}
