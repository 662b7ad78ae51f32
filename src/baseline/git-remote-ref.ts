import type { CommandResult } from '../machine/command.ts';
import type { Git } from './git-access.ts';
import { gitFailure, type GitFailure } from './git-failure.ts';
import type { BaselineRef } from './git-ref.ts';

/** Where the remote's branch is kept in the local repository; no branch and no remote of the user. */
const fetchedRef = 'refs/crash-guard/baseline';

/**
 * A remote of our own with the address of the user's: nothing that is configured for the user's remote (refs to update, prune or
 * mirror, filters) happens to this branch. It exists in the environment of one command only.
 */
const ownRemote = 'crash-guard-store';

/** A store of years on a slow connection; a server that says nothing more is given up then. */
const timeoutMs = 300_000;

/** The branch in another repository. `remote` is the name of a remote, an address or a path. */
export function remoteRef(git: Git, remote: string, branch: string): BaselineRef {
  const ref = `refs/heads/${branch}`;
  let known: Promise<[string, string][] | GitFailure> | null = null;
  const call = async (args: readonly string[]): Promise<CommandResult | GitFailure> => {
    known ??= ownRemoteSettings(git, remote);
    const config = await known;
    if (!Array.isArray(config)) return config;
    return git(args, { config, timeoutMs });
  };
  const look = async (): ReturnType<BaselineRef['look']> => {
    const listed = await call(['ls-remote', '--quiet', ownRemote, ref]);
    if (!succeeded(listed)) return failure(git, 'The baseline cannot be read', listed);
    const line = listed.stdout.split('\n').find((entry) => entry.endsWith(`\t${ref}`));
    const tip = /^(?<id>[0-9a-f]{40,64})\t/.exec(line ?? '')?.groups?.id;
    if (tip === undefined) return { kind: 'tips', tip: null, others: [] };
    if ((await fetchedTip(git)) === tip) return { kind: 'tips', tip, others: [] };
    const fetched = await call([
      ...['fetch', '--quiet', '--no-tags', '--no-prune', '--no-write-fetch-head'],
      ...['--no-recurse-submodules', '--no-auto-maintenance', '--no-show-forced-updates'],
      ...[ownRemote, `+${ref}:${fetchedRef}`],
    ]);
    if (!succeeded(fetched)) return failure(git, 'The baseline cannot be fetched', fetched);
    return { kind: 'tips', tip: (await fetchedTip(git)) ?? tip, others: [] };
  };
  return {
    name: `git ${branch} of ${git.redact(remote)}`,
    look,
    move: async (from, to) => {
      const pushed = await call([
        ...['push', '--porcelain', '--no-progress', '--no-verify', '--no-signed'],
        ...['--no-follow-tags', '--recurse-submodules=no'],
        ...[`--force-with-lease=${ref}:${from ?? ''}`, ownRemote, `${to}:${ref}`],
      ]);
      if (!succeeded(pushed))
        return failure(git, 'The baseline cannot be pushed', withRefusals(pushed));
      await git(['update-ref', fetchedRef, to]);
      return { kind: 'moved' };
    },
  };
}

async function fetchedTip(git: Git): Promise<string | null> {
  const result = await git(['rev-parse', '--verify', '--quiet', `${fetchedRef}^{commit}`]);
  return result.kind === 'exited' && result.code === 0 ? result.stdout.trim() : null;
}

/** The addresses of the user's remote, as configured: git itself rewrites them (url.*.insteadOf). */
async function ownRemoteSettings(
  git: Git,
  remote: string,
): Promise<[string, string][] | GitFailure> {
  const lasting = (problem: string): GitFailure => ({ kind: 'failure', class: 'lasting', problem });
  if (remote.startsWith('-') || !/^\P{Cc}{1,2000}$/u.test(remote))
    return lasting(`The baseline cannot be read: "${printable(remote)}" is no name of a remote.`);
  const first = async (name: string): Promise<string | null | GitFailure> => {
    const result = await git(['config', '--null', '--get-all', `remote.${remote}.${name}`]);
    if (result.kind === 'exited' && result.code === 0) return result.stdout.split('\0')[0] ?? null;
    return result.kind === 'exited' && result.code === 1
      ? null
      : gitFailure('The settings of git cannot be read', result, git.redact);
  };
  const url = await first('url');
  if (url !== null && typeof url === 'object') return url;
  if (url === null) {
    return /[/:]/.test(remote)
      ? [[`remote.${ownRemote}.url`, remote]]
      : lasting(
          `The baseline cannot be read: this repository has no remote "${remote}". Add it (git remote add ${remote} URL), or use baseline: file:PATH.`,
        );
  }
  const pushUrl = await first('pushurl');
  if (pushUrl !== null && typeof pushUrl === 'object') return pushUrl;
  return [
    [`remote.${ownRemote}.url`, url],
    ...(pushUrl === null ? [] : [[`remote.${ownRemote}.pushurl`, pushUrl] as [string, string]]),
  ];
}

function succeeded(
  result: CommandResult | GitFailure,
): result is CommandResult & { kind: 'exited' } {
  return result.kind === 'exited' && result.code === 0;
}

function failure(git: Git, what: string, result: CommandResult | GitFailure): GitFailure {
  return result.kind === 'failure' ? result : gitFailure(what, result, git.redact);
}

/** git push --porcelain says on stdout why a ref was refused, in a line that begins with `!`. */
function withRefusals(result: CommandResult | GitFailure): CommandResult | GitFailure {
  if (result.kind !== 'exited') return result;
  const refused = result.stdout.split('\n').filter((line) => line.startsWith('!\t'));
  return { ...result, stderr: [result.stderr.trim(), ...refused].join('\n') };
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, '').slice(0, 200);
}
