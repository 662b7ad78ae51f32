import { Buffer } from 'node:buffer';
import { describeFailure, type CommandResult } from '../machine/command.ts';

/** Whether it is worth to try again: with what another writer left, a few times, without rewriting the branch, or never. */
export type FailureClass = 'race' | 'passing' | 'no-rewrite' | 'lasting';

export interface GitFailure {
  kind: 'failure';
  class: FailureClass;
  /** What happened, what git said, and what to do. */
  problem: string;
}

interface Row {
  class: FailureClass;
  pattern: RegExp;
  advice: string;
}

/** What git and servers say. What lasts stands before what another try may mend: a full disk fails to lock a ref, too. */
const rows: readonly Row[] = [
  // remote: error: GH003: Sorry, force-pushing to crash-guard-baseline is not allowed.
  // remote: - Cannot force-push to this branch
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (non-fast-forward)
  {
    class: 'no-rewrite',
    pattern: /force-push|non-fast-forward/i,
    advice:
      'The remote allows no force push to the branch of the baseline. Allow it there (branch protection, rulesets, receive.denyNonFastForwards); it holds no code.',
  },
  // remote: error: GH006: Protected branch update failed for refs/heads/crash-guard-baseline.
  // remote: error: GH013: Repository rule violations found for refs/heads/crash-guard-baseline.
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (protected branch hook declined)
  {
    class: 'lasting',
    pattern:
      /GH006|GH013|protected branch|rule violations|pre-receive hook declined|hook declined/i,
    advice:
      'A rule of the repository protects the branch of the baseline. Exempt this branch from branch protection and rulesets; it holds no code.',
  },
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (branch is currently checked out)
  {
    class: 'lasting',
    pattern: /currently checked out/i,
    advice: 'Check out another branch there.',
  },
  // remote: Write access to repository not granted. / fatal: unable to access 'https://…/': The requested URL returned error: 403
  // remote: Permission to o/r.git denied to github-actions[bot].
  {
    class: 'lasting',
    pattern:
      /write access to repository not granted|permission to \S+ denied|returned error: 403|HTTP 403|remote: Permission/i,
    advice: 'Give the job the right to write: "permissions: contents: write" in the workflow.',
  },
  // fatal: 'crash-guard-store' does not appear to be a git repository
  {
    class: 'lasting',
    pattern: /'crash-guard-store' does not appear/i,
    advice: 'git does not read its settings from GIT_CONFIG_COUNT: it takes git 2.31 or later.',
  },
  // fatal: could not read Username for 'https://github.com': terminal prompts disabled
  // fatal: Authentication failed for 'https://github.com/o/r/'
  // git@github.com: Permission denied (publickey).
  {
    class: 'lasting',
    pattern:
      /could not read (?:Username|Password)|Authentication failed|returned error: 401|Permission denied \(|Host key verification failed|invalid credentials/i,
    advice:
      'git has no credentials for the remote. Leave persist-credentials of actions/checkout on, or set the input token.',
  },
  // remote: Repository not found. / fatal: '/w/x.git' does not appear to be a git repository
  {
    class: 'lasting',
    pattern:
      /Repository not found|does not appear to be a git repository|repository '[^']{0,500}' not found|returned error: 404/i,
    advice:
      'The remote is not there, or the token may not see it. Check "git remote -v" and the permissions of the token.',
  },
  // fatal: detected dubious ownership in repository at '/w'
  {
    class: 'lasting',
    pattern: /dubious ownership/i,
    advice:
      'The checkout belongs to another user: git config --global --add safe.directory DIRECTORY.',
  },
  // fatal: not a git repository (or any of the parent directories): .git
  {
    class: 'lasting',
    pattern: /not a git repository/i,
    advice: 'The git store needs a git repository. Use baseline: file:PATH, or baseline: none.',
  },
  // error: object file .git/objects/3f/2c… is empty / fatal: loose object 3f2c… is corrupt / fatal: bad object 3f2c…
  // error: inflate: data stream error (incorrect header check) / error: unable to unpack 3f2c… header
  {
    class: 'lasting',
    pattern:
      /is corrupt|bad object|bad tree|object file \S+ is empty|inflate|unable to unpack|unable to read (?:tree|sha1|object)|not a valid object|missing (?:blob|tree|commit)|could not parse object|broken link|reference broken|invalid sha1 pointer/i,
    advice:
      'Objects of the repository are damaged. "git fsck" names them; a fresh clone mends a damaged checkout. A damaged baseline branch may be deleted: the next runs fill it again.',
  },
  // error: cannot lock ref 'refs/heads/crash-guard-baseline': 'refs/heads/crash-guard-baseline/x' exists; cannot create …
  {
    class: 'lasting',
    pattern: /exists; cannot create/i,
    advice: 'Rename the branch that is in the way.',
  },
  // fatal: write error: No space left on device
  {
    class: 'lasting',
    pattern: /No space left on device|Disk quota exceeded/i,
    advice: 'The disk is full.',
  },
  // remote: fatal: Unable to create temporary file … Permission denied / error: unable to write file …: Read-only file system
  {
    class: 'lasting',
    pattern:
      /insufficient permission|Permission denied|Read-only file system|Operation not permitted/i,
    advice: 'The repository cannot be written to by this user.',
  },
  // error: remote unpack failed: unable to create temporary object directory
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (unpacker error)
  {
    class: 'passing',
    pattern: /unpack failed|unpacker error|unable to migrate/i,
    advice:
      'The remote took no objects: its disk may be full or read-only, or belong to another user.',
  },
  // ! [rejected]  3f2c… -> crash-guard-baseline (stale info)
  // ! [rejected]  3f2c… -> crash-guard-baseline (fetch first)
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (cannot lock ref 'refs/heads/…': is at 3f2c… but expected 77aa…)
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (incorrect old value provided)
  // error: Unable to create '/w/.git/refs/heads/crash-guard-baseline.lock': File exists.
  {
    class: 'race',
    pattern:
      /stale info|fetch first|cannot lock ref|failed to lock|incorrect old value|failed to update ref|reference already exists|shallow file has changed|couldn't find remote ref|\.lock': File exists/i,
    advice:
      'Other jobs are writing to it. Run the job again; if no other job is at work, delete the lock file that git names.',
  },
  // fatal: unable to access 'https://…': Could not resolve host: github.com
  // error: RPC failed; curl 56 … / fatal: the remote end hung up unexpectedly / returned error: 502
  {
    class: 'passing',
    pattern:
      /Could not resolve|Connection (?:refused|reset|timed out)|Failed to connect|timed out|hung up unexpectedly|early EOF|RPC failed|returned error: (?:429|5\d\d)|HTTP (?:429|5\d\d)|Internal Server Error|TLS|SSL|gnutls/i,
    advice: 'The connection to the remote failed. Run the job again.',
  },
];

/** What is read of what git says; a server may send more. */
const maxMatched = 64 << 10;

/** What a failed git command means, in words for a person. `redact` takes out secrets. */
export function gitFailure(
  what: string,
  result: CommandResult,
  redact: (text: string) => string,
): GitFailure {
  const said = printable(redact(utf8(describeFailure(result))));
  if (result.kind === 'not-started')
    return failure(
      'lasting',
      what,
      said,
      'The git store needs git. Install it, or use baseline: file:PATH.',
    );
  if (result.kind === 'signaled')
    return failure('lasting', what, said, 'It took too long, or the run was cancelled.');
  const all = result.stderr.slice(-maxMatched);
  const row = rows.find(({ pattern }) => pattern.test(all));
  return row === undefined
    ? failure('lasting', what, said, '')
    : failure(row.class, what, said, row.advice);
}

function failure(kind: FailureClass, what: string, said: string, advice: string): GitFailure {
  const problem = [`${what}: ${said.slice(0, 2000)}`, advice].filter((part) => part !== '');
  return { kind: 'failure', class: kind, problem: problem.join('\n') };
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** Servers send text of their own, and it ends up on terminals. */
function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[^\P{C}\n]/gu, '')
    .trim();
}
