import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A fenced block of a document. */
export interface Block {
  /** `docs/recipes.md:12`, where it begins. */
  where: string;
  /** The heading above it. */
  heading: string;
  language: string;
  text: string;
}

export const readDocument = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The documents for users, but for the pages of single causes and crashes: paths from the root. */
export function documents(): string[] {
  const own = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];
  return [...own, ...filesOf('docs', '.md')];
}

/** The workflows of this repository: paths from the root. */
export const workflows = (): string[] => filesOf('.github/workflows', '.yml');

/** The files of a folder with this ending: paths from the root. */
export function filesOf(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => relative(root, join(root, folder, name)));
}

/** All fenced blocks of a document, in order. */
export function blocksOf(path: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: (Block & { fence: string }) | null = null;
  for (const [at, line] of readDocument(path).split('\n').entries()) {
    if (open !== null) {
      if (line.trim() === open.fence) {
        const { where, text, language } = open;
        blocks.push({ where, heading: open.heading, language, text });
        open = null;
      } else open.text += `${line}\n`;
      continue;
    }
    const fence = /^(?<fence>`{3,})(?<language>[a-z]*)$/.exec(line)?.groups;
    if (fence !== undefined)
      open = {
        ...{ where: `${path}:${String(at + 1)}`, heading, text: '' },
        ...{ language: fence['language'] ?? '', fence: fence['fence'] ?? '' },
      };
    else if (line.startsWith('#')) heading = line.replace(/^#+ /, '');
  }
  if (open !== null) throw new Error(`${open.where} is never closed`);
  return blocks;
}

/** Every YAML block of the documents. */
export function yamlBlocks(): Block[] {
  return documents()
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'yaml' || language === 'yml');
}

/** A whole workflow, and not a part of one. */
export const isWorkflow = ({ text }: Pick<Block, 'text'>): boolean => /^jobs:/m.test(text);
