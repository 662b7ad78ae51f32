import { Buffer } from 'node:buffer';
import type { Git } from './git-access.ts';
import { gitFailure, type GitFailure } from './git-failure.ts';
import type { StoreFile } from './store.ts';

/** What a new commit of the store is made of. */
export interface NewCommit {
  /** Null for the first commit of a history. */
  parent: string | null;
  /** The tree to begin with; null for an empty one. */
  tree: string | null;
  add: readonly StoreFile[];
  remove: readonly string[];
  message: string;
}

const author = 'go-crash-guard <go-crash-guard@baseline.invalid>';

/** Makes a commit that no ref names yet; its id. */
export async function makeCommit(
  git: Git,
  commit: NewCommit,
): Promise<{ kind: 'commit'; commit: string } | GitFailure> {
  const seconds = String(Math.floor(Date.now() / 1000));
  const parts: (string | Uint8Array)[] = [
    'commit refs/crash-guard/new\nmark :1\n',
    `committer ${author} ${seconds} +0000\n`,
    ...data(Buffer.from(commit.message)),
    ...(commit.parent === null ? [] : [`from ${commit.parent}\n`]),
    ...(commit.tree === null ? [] : [`M 040000 ${commit.tree} \n`]),
    ...commit.add.flatMap(({ path, bytes }) => [`M 100644 inline ${path}\n`, ...data(bytes)]),
    ...commit.remove.map((path) => `D ${path}\n`),
    // With its branch reset, fast-import keeps the commit and creates no ref.
    '\nget-mark :1\nreset refs/crash-guard/new\n\ndone\n',
  ];
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const result = await git(
    ['fast-import', '--quiet', '--done', '--date-format=raw', '--cat-blob-fd=1'],
    { input },
  );
  const made = result.kind === 'exited' && result.code === 0 ? result.stdout.trim() : '';
  return /^[0-9a-f]{40,64}$/.test(made)
    ? { kind: 'commit', commit: made }
    : gitFailure(
        'The baseline records cannot be added to the local repository',
        result,
        git.redact,
      );
}

function data(bytes: Uint8Array): (string | Uint8Array)[] {
  return [`data ${String(bytes.length)}\n`, bytes, '\n'];
}
