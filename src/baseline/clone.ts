import { resolve } from 'node:path';
import { describeFailure, type CommandResult, type Environment } from '../machine/command.ts';
import type { RunCommand } from '../machine/command.ts';
import { readSmallFile } from '../machine/small-file.ts';
import { gitAccess } from './git-access.ts';

export interface CloneOptions {
  run: RunCommand;
  env: Environment;
  /** A folder inside the work tree. */
  directory: string;
  /** For fetching; null where git has credentials of its own. */
  token: string | null;
}

/** The commits that a clone knows. Nothing throws; what git does not tell is null or empty. */
export interface Clone {
  /** A commit's full name, from a name of any kind; null where there is none of that name here. */
  resolve: (name: string) => Promise<string | null>;
  /**
   * The parents that the commit object names; null where the object is not here. A shallow clone knows the names of parents whose
   * objects it does not have.
   */
  parents: (commit: string) => Promise<string[] | null>;
  /** The commit and its first-parent ancestors, nearest first, as far as they are here. */
  firstParents: (commit: string, count: number) => Promise<string[]>;
  isAncestor: (ancestor: string, commit: string) => Promise<boolean>;
  /** All of the best common ancestors. */
  mergeBases: (a: string, b: string) => Promise<string[]>;
  /** Whether everything between the commits and this common ancestor is here, so that there is none that is nearer. */
  isComplete: (commits: readonly string[], ancestor: string) => Promise<boolean>;
  /** History is cut off somewhere. */
  isShallow: () => Promise<boolean>;
  /** Gets commits and some of their ancestors from the remote, into a clone that is shallow. False where that fails. */
  fetch: (how: FetchDepth, commits: readonly string[]) => Promise<boolean>;
  /** Runs git and returns how that ended. */
  git: (args: readonly string[], timeoutMs?: number) => Promise<CommandResult>;
  /** Takes secrets out of what git says. */
  redact: (text: string) => string;
}

/** So many commits from the named ones, or so many more than are here. The first kind can cut off what is here. */
export type FetchDepth = { kind: 'depth' | 'deepen'; commits: number };

const timeoutMs = 60_000;
const fetchTimeoutMs = 180_000;
const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

export function openClone(options: CloneOptions): Clone {
  const { directory } = options;
  const access = gitAccess({ ...options, env: { ...options.env, GIT_OPTIONAL_LOCKS: '0' } });
  const git: Clone['git'] = (args, limitMs = timeoutMs) => access(args, { timeoutMs: limitMs });
  const lines = async (args: readonly string[]): Promise<string[]> => {
    const result = await git(args);
    return result.kind === 'exited' && result.code === 0
      ? result.stdout.split('\n').filter((line) => line !== '')
      : [];
  };
  const commits = async (args: readonly string[]): Promise<string[]> =>
    (await lines(args)).filter((line) => sha.test(line));
  const shallowCommits = async (): Promise<Set<string>> => {
    const [path] = await lines(['rev-parse', '--git-path', 'shallow']);
    const text = path === undefined ? null : readSmallFile(resolve(directory, path));
    return new Set((text ?? '').split('\n').filter((line) => line !== ''));
  };
  return {
    git,
    redact: access.redact,
    resolve: async (name) => {
      if (name.startsWith('-') || /\p{Cc}/u.test(name)) return null;
      const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
      return (await commits(args))[0] ?? null;
    },
    parents: async (commit) => {
      const result = await git(['cat-file', 'commit', commit]);
      return result.kind === 'exited' && result.code === 0 ? parentsOf(result.stdout) : null;
    },
    firstParents: (commit, count) =>
      commits(['rev-list', '--first-parent', `--max-count=${String(count)}`, commit, '--']),
    isAncestor: async (ancestor, commit) => {
      const result = await git(['merge-base', '--is-ancestor', ancestor, commit]);
      return result.kind === 'exited' && result.code === 0;
    },
    mergeBases: (a, b) => commits(['merge-base', '--all', a, b]),
    isComplete: async (tips, ancestor) => {
      const cut = await shallowCommits();
      if (cut.size === 0) return true;
      const between = await commits(['rev-list', ...tips, '--not', ancestor, '--']);
      return !between.some((commit) => cut.has(commit));
    },
    isShallow: async () => (await lines(['rev-parse', '--is-shallow-repository']))[0] === 'true',
    fetch: async (how, wanted) => {
      const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
      const depth = `--${how.kind}=${String(how.commits)}`;
      const result = await git(['fetch', ...options, depth, 'origin', ...wanted], fetchTimeoutMs);
      return result.kind === 'exited' && result.code === 0;
    },
  };
}

/** `tree ...`, then a line `parent SHA` for each parent, then the author. */
function parentsOf(object: string): string[] {
  const parents: string[] = [];
  for (const line of object.split('\n', 100)) {
    const parent = /^parent (?<commit>[0-9a-f]{40,64})$/.exec(line)?.groups?.['commit'];
    if (parent !== undefined) parents.push(parent);
    if (line.startsWith('author ')) break;
  }
  return parents;
}

const sayings: readonly { pattern: RegExp; because: string }[] = [
  {
    // fatal: not a git repository (or any of the parent directories): .git
    pattern: /not a git repository/,
    because: 'the folder is not in a git repository, so no commit is known to compare with',
  },
  {
    // fatal: detected dubious ownership in repository at '/w'
    pattern: /dubious ownership/,
    because:
      'git refuses to read the repository because it belongs to another user; ' +
      'run "git config --global --add safe.directory FOLDER" with its folder',
  },
  {
    // fatal: Needed a single revision
    pattern: /Needed a single revision|unknown revision/,
    because: 'the repository has no commit yet',
  },
];

/** Why the head has no name, in words for a person. */
export async function whyNoHead(clone: Clone): Promise<string> {
  const result = await clone.git(['rev-parse', '--verify', 'HEAD']);
  if (result.kind === 'not-started')
    return 'git was not found in PATH: without it no commit is known';
  const said = clone.redact(describeFailure(result));
  return (
    sayings.find(({ pattern }) => pattern.test(said))?.because ??
    `git does not tell the commit: ${said.slice(0, 500)}`
  );
}
