import { Buffer } from 'node:buffer';
import { gitAccess, type Git, type GitAccessOptions } from './git-access.ts';
import { makeCommit } from './git-commit.ts';
import { gitFailure, type GitFailure } from './git-failure.ts';
import { localRef } from './git-local-ref.ts';
import type { BaselineRef } from './git-ref.ts';
import { remoteRef } from './git-remote-ref.ts';
import { readBlobs, readmePath, readTree, type Tree } from './git-tree.ts';
import { patience as usualPatience, retried, type Patience } from './retry.ts';
import { eachPathOnce, isStorePath, refusedFile } from './store-path.ts';
import type { BaselineStore, StoreFile, StoreProblem } from './store.ts';

export interface GitStoreOptions extends GitAccessOptions {
  /** A remote that holds the branch; null for the local repository. */
  remote: string | null;
  branch?: string;
  patience?: Patience;
}

/** Above so many commits a write begins the history anew: the files say it all. */
const maxCommits = 300;

const readme: StoreFile = {
  path: readmePath,
  bytes: Buffer.from(`# Heap usage of earlier commits

go-crash-guard keeps here what tests allocated, one file for each package and commit, and compares new commits with it.
This branch shares no history with the code and is never merged. Files are only added; \`go-crash-guard baseline prune\` removes
old ones and begins the history of the branch anew. If the branch is deleted, the next runs fill it again.
`),
};

/** What the branch holds at one moment. */
interface Snapshot {
  kind: 'snapshot';
  tip: string | null;
  /** Of the tip. */
  tree: Tree;
  /** Of all commits that are read, the tip first. */
  trees: Tree[];
}

/**
 * Records on a branch of their own, in this repository or a remote one, by git commands alone: no checkout, index or branch of the
 * user is touched. Reads show the branch as it was at the first look; writes look again.
 */
export function gitStore(options: GitStoreOptions): BaselineStore {
  const { remote, branch = 'crash-guard-baseline', patience = usualPatience } = options;
  const git = gitAccess(options);
  const ref = remote === null ? localRef(git, branch) : remoteRef(git, remote, branch);
  let seen: Snapshot | null = null;
  const look = async (): Promise<Snapshot | GitFailure> => {
    const found = await snapshot(git, ref);
    seen = found.kind === 'snapshot' ? found : null;
    return found;
  };
  const current = async (): Promise<Snapshot | GitFailure> => seen ?? retried(look, patience);
  return {
    name: ref.name,
    list: async () => {
      const now = await current();
      if (now.kind === 'failure') return problem(now);
      const paths = new Set(now.trees.flatMap(({ files }) => [...files.keys()]));
      return { kind: 'paths', paths: [...paths].sort() };
    },
    read: async (paths) => {
      const now = await current();
      if (now.kind === 'failure') return problem(now);
      const files = new Map<string, Uint8Array>();
      for (const tree of now.trees) {
        const read = await readBlobs(
          git,
          tree,
          paths.filter((path) => !files.has(path)),
        );
        if (read.kind === 'failure') return problem(read);
        for (const [path, bytes] of read.files) files.set(path, bytes);
      }
      return { kind: 'files', files };
    },
    add: async (files, message) => {
      const refused = files.flatMap((file) => refusedFile(file) ?? []);
      if (refused[0] !== undefined) return { kind: 'problem', problem: refused[0] };
      const added = await retried(async () => {
        const now = await look();
        return now.kind === 'failure'
          ? now
          : addFiles({ git, ref, now, message, files: eachPathOnce(files) });
      }, patience);
      seen = null;
      return added.kind === 'failure' ? problem(added) : added;
    },
    remove: async (paths) => {
      const removed = await retried(async () => {
        const now = await look();
        return now.kind === 'failure' ? now : removeFiles({ git, ref, now, paths });
      }, patience);
      seen = null;
      return removed.kind === 'failure' ? problem(removed) : removed;
    },
  };
}

async function snapshot(git: Git, ref: BaselineRef): Promise<Snapshot | GitFailure> {
  const tips = await ref.look();
  if (tips.kind === 'failure') return tips;
  const trees: Tree[] = [];
  for (const commit of [...(tips.tip === null ? [] : [tips.tip]), ...tips.others]) {
    const read = await readTree(git, commit);
    if (read.kind === 'failure') return read;
    trees.push(read.tree);
  }
  const { tip } = tips;
  const tree = (tip === null ? undefined : trees[0]) ?? { files: new Map(), foreign: false };
  return { kind: 'snapshot', tip, tree, trees };
}

interface Write {
  git: Git;
  ref: BaselineRef;
  now: Snapshot;
}

async function addFiles({
  git,
  ref,
  now,
  files,
  message,
}: Write & { files: readonly StoreFile[]; message: string }): Promise<
  { kind: 'added'; written: number; kept: number } | GitFailure
> {
  const { tip, tree } = now;
  const missing = files.filter(({ path }) => !now.trees.some((one) => one.files.has(path)));
  const added = {
    kind: 'added',
    written: missing.length,
    kept: files.length - missing.length,
  } as const;
  if (missing.length === 0) return added;
  if (tree.foreign) return foreign(ref);
  const long = tip !== null && (await commitsUpTo(git, tip, maxCommits + 1)) > maxCommits;
  // A remote that does not let the history begin anew gets one that grows.
  for (const parent of long ? [null, tip] : [tip]) {
    const base = parent === null && tip !== null ? await treeId(git, tip) : null;
    if (base !== null && typeof base === 'object') return base;
    const add = tip === null ? [readme, ...missing] : missing;
    const made = await makeCommit(git, { parent, tree: base, add, remove: [], message });
    if (made.kind === 'failure') return made;
    const moved = await ref.move(tip, made.commit);
    if (moved.kind === 'moved') return added;
    if (moved.class !== 'no-rewrite' || parent === tip) return moved;
  }
  return added;
}

async function removeFiles({
  git,
  ref,
  now,
  paths,
}: Write & { paths: readonly string[] }): Promise<
  { kind: 'removed'; removed: number } | GitFailure
> {
  const { tip, tree } = now;
  const there = [...new Set(paths)].filter((path) => isStorePath(path) && tree.files.has(path));
  if (tip === null || there.length === 0) return { kind: 'removed', removed: 0 };
  const base = await treeId(git, tip);
  if (typeof base === 'object') return base;
  const message = `Remove ${String(there.length)} old records`;
  const made = await makeCommit(git, { parent: null, tree: base, add: [], remove: there, message });
  if (made.kind === 'failure') return made;
  const moved = await ref.move(tip, made.commit);
  return moved.kind === 'failure' ? moved : { kind: 'removed', removed: there.length };
}

async function commitsUpTo(git: Git, commit: string, most: number): Promise<number> {
  const counted = await git(['rev-list', '--count', `--max-count=${String(most)}`, commit]);
  return counted.kind === 'exited' && counted.code === 0 ? Number(counted.stdout.trim()) : 0;
}

async function treeId(git: Git, commit: string): Promise<string | GitFailure> {
  const result = await git(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`]);
  return result.kind === 'exited' && result.code === 0
    ? result.stdout.trim()
    : gitFailure('The baseline records cannot be read', result, git.redact);
}

function foreign(ref: BaselineRef): GitFailure {
  const problem = `${ref.name} holds files, and none of them is a record: it is somebody else's branch. Nothing was written. Rename or delete it if it is not needed.`;
  return { kind: 'failure', class: 'lasting', problem };
}

function problem(failure: GitFailure): StoreProblem {
  return { kind: 'problem', problem: failure.problem };
}
