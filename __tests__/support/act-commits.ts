import { execFileSync } from 'node:child_process';
import { slug, person, type ActGithub } from './act-github.ts';
import { plainGit, type GitRepository } from './git-repository.ts';

/**
 * Gives GitHub a branch with all that it builds on, each under the hash that git has for it. Returns the branch's commit.
 * @param options.ref what it is called there; default: `refs/heads/BRANCH`
 */
export async function pushTo(
  github: ActGithub,
  repository: GitRepository,
  branch: string,
  {
    to = slug,
    as = 'grace',
    ref = `refs/heads/${branch}`,
  }: { to?: string; as?: string; ref?: string } = {},
): Promise<string> {
  const { git } = repository;
  const post = (path: string, body: object): Promise<unknown> =>
    github.ask(person(as), 'POST', `/repos/${to}/git/${path}`, body);
  for (const commit of git('rev-list', '--reverse', '--topo-order', branch).split('\n')) {
    const tree = [];
    for (const entry of git('ls-tree', '-r', commit).split('\n')) {
      const [info = '', path = ''] = entry.split('\t');
      const [mode = '', type = '', sha = ''] = info.split(' ');
      const content = blob(repository, sha).toString('base64');
      sameHash(await post('blobs', { content, encoding: 'base64' }), sha);
      tree.push({ path, mode, type, sha });
    }
    const shown = git('show', '--no-patch', '--format=%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%P', commit);
    const [author, authorMail, authored, committer, committerMail, committed, parents = ''] =
      shown.split('\n');
    const made = await post('commits', {
      tree: hashOf(await post('trees', { tree })),
      message: git('show', '--no-patch', '--format=%B', commit),
      parents: parents.split(' ').filter((parent) => parent !== ''),
      author: { name: author, email: authorMail, date: authored },
      committer: { name: committer, email: committerMail, date: committed },
    });
    sameHash(made, commit);
  }
  const sha = git('rev-parse', branch);
  const refs = `/repos/${to}/git/refs`;
  const known = await github
    .ask(person(as), 'GET', `/repos/${to}/git/${ref.replace('refs/', 'ref/')}`)
    .then(() => true)
    .catch(() => false);
  if (known) await github.ask(person(as), 'PATCH', `/repos/${to}/git/${ref}`, { sha, force: true });
  else await github.ask(person(as), 'POST', refs, { ref, sha });
  return sha;
}

function blob({ directory }: GitRepository, sha: string): Buffer {
  return execFileSync('git', ['cat-file', 'blob', sha], { cwd: directory, env: plainGit });
}

function hashOf(made: unknown): string {
  return (made as { sha: string }).sha;
}

function sameHash(made: unknown, hash: string): void {
  if (hashOf(made) !== hash) throw new Error(`GitHub has ${hashOf(made)} for git's ${hash}`);
}
