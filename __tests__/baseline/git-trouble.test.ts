import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  realRun,
  recordFile,
  serverHook,
  storeIn,
} from '../support/baseline-stores.ts';
import { gitRepository, newRepository, type GitRepository } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

const branch = 'crash-guard-baseline';
const [one, two] = [recordFile(1), recordFile(2)] as const;
const patience = { racesMs: 300, passing: 2 };

function problem(...parts: string[]): unknown {
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*');
  return { kind: 'problem', problem: expect.stringMatching(new RegExp(pattern)) };
}

describe('a git store that cannot be used says why, and what to do', () => {
  it('outside a repository', async () => {
    const store = storeIn(gitRepository(), { remote: null });
    expect(await store.list()).toEqual(problem('not a git repository', 'baseline: file:PATH'));
    expect(await store.add([one], 'x')).toEqual(problem('not a git repository'));
    expect(await store.remove([one.path])).toEqual(problem('not a git repository'));
    expect(await storeIn(gitRepository()).list()).toEqual(problem('no remote "origin"'));
  });

  it('without git', async () => {
    const store = storeIn(newRepository(), { env: { PATH: '/nowhere' }, remote: null });
    expect(await store.list()).toEqual(problem('could not be started', 'Install it'));
  });

  it('without a remote of that name', async () => {
    const store = storeIn(newRepository(), { remote: 'upstream' });
    expect(await store.list()).toEqual(problem('no remote "upstream"', 'git remote add upstream'));
  });

  it.each(['--upload-pack=touch ran', '-x', 'a\nb', ''])('for the remote %j', async (remote) => {
    const repository = newRepository();
    const store = storeIn(repository, { remote });
    expect(await store.list()).toMatchObject({ kind: 'problem' });
    expect(await store.add([one], 'x')).toMatchObject({ kind: 'problem' });
    expect(existsSync(join(repository.directory, 'ran'))).toBe(false);
  });

  it.each(['ext::touch ran', '--upload-pack=touch ran'])('for the address %j', async (url) => {
    const repository = newRepository();
    repository.git('config', 'remote.origin.url', url);
    expect(await storeIn(repository).list()).toMatchObject({ kind: 'problem' });
    expect(existsSync(join(repository.directory, 'ran'))).toBe(false);
  });

  it('whose remote is gone', async () => {
    const clone = cloneOf(bareRepository());
    clone.git('remote', 'set-url', 'origin', join(tempFolder(), 'gone.git'));
    expect(await storeIn(clone).list()).toEqual(problem('gone.git', 'git remote -v'));
  });

  it('whose branch is protected', async () => {
    const bare = bareRepository();
    const refuse = 'echo "GH006: Protected branch update failed for refs/heads/x." >&2\nexit 1\n';
    serverHook(bare, 'pre-receive', refuse);
    expect(await storeIn(cloneOf(bare)).add([one], 'x')).toEqual(
      problem('GH006', 'Exempt this branch from branch protection and rulesets'),
    );
  });

  it('whose server colours its refusals', async () => {
    const bare = bareRepository();
    serverHook(bare, 'pre-receive', 'printf "\\033[31mno\\007\\n" >&2\nexit 1\n');
    const refused = await storeIn(cloneOf(bare)).add([one], 'x');
    expect(refused).toEqual(problem('hook declined'));
    expect(JSON.stringify(refused)).not.toMatch(/\\u001b|\\u0007/);
  });

  it('whose remote has the branch checked out', async () => {
    const remote = newRepository();
    remote.commit('a');
    await storeIn(remote, { remote: null }).add([one], 'x');
    remote.git('checkout', '--quiet', branch);
    expect(await storeIn(cloneOf(remote)).add([two], 'x')).toEqual(
      problem('checked out', 'Check out another branch there'),
    );
  });

  it("whose branch is somebody else's", async () => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    clone.git('push', '--quiet', 'origin', `main:${branch}`);
    const before = bare.git('rev-parse', branch);
    expect(await pathsOf(storeIn(clone))).toEqual([]);
    expect(await storeIn(clone).add([one], 'x')).toEqual(problem("somebody else's branch"));
    expect(bare.git('rev-parse', branch)).toBe(before);
  });

  it.each([null, 'origin'])('whose lock was left by a killed git (remote %j)', async (remote) => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    const at = remote === null ? join(clone.directory, '.git') : bare.directory;
    const lock = join(at, 'refs/heads', `${branch}.lock`);
    writeFileSync(lock, '');
    const store = storeIn(clone, { remote, patience });
    expect(await store.add([one], 'x')).toEqual(problem(branch, 'delete the lock file'));
  });

  it.each([null, 'origin'])(
    'whose name is taken by a folder of branches (remote %j)',
    async (remote) => {
      const bare = bareRepository();
      const clone = cloneOf(bare);
      clone.git('push', '--quiet', 'origin', `main:${branch}/x`);
      clone.git('branch', `${branch}/x`);
      expect(await storeIn(clone, { remote }).add([one], 'x')).toEqual(
        problem(`${branch}/x`, 'Rename the branch that is in the way'),
      );
    },
  );

  it('that others write to all the time', async () => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    let number = 10;
    const other = storeIn(cloneOf(bare));
    const store = storeIn(clone, {
      patience,
      run: async (command, args, options) => {
        if (args.includes('push')) await other.add([recordFile((number += 1))], 'other');
        return realRun(command, args, options);
      },
    });
    expect(await store.add([one], 'x')).toEqual(problem('stale info', 'Run the job again'));
  });

  it('whose server takes no more', async () => {
    const bare = bareRepository();
    bare.git('config', 'receive.maxInputSize', '10');
    expect(await storeIn(cloneOf(bare), { patience }).add([one], 'x')).toEqual(
      problem('unpack failed', 'The remote took no objects'),
    );
  });

  const asRoot = process.getuid?.() === 0;
  if (asRoot) console.warn('a read-only repository is not tested: root writes everywhere');
  (asRoot ? it.skip : it)('whose disk may not be written to', async () => {
    const bare = bareRepository();
    const objects = join(bare.directory, 'objects');
    chmodSync(objects, 0o555);
    const result = await storeIn(cloneOf(bare), { patience }).add([one], 'x');
    chmodSync(objects, 0o755);
    expect(result).toEqual(problem('unpack failed', 'read-only, or belong to another user'));
  });
});

describe('a git store with damaged objects says so', () => {
  function objectPath(repository: GitRepository, id: string): string {
    return join(repository.directory, '.git/objects', id.slice(0, 2), id.slice(2));
  }

  it.each<[string, string, string]>([
    ['an empty record', `${branch}:${one.path}`, ''],
    ['a record that is no object', `${branch}:${one.path}`, 'not zlib'],
    ['an empty folder', `${branch}:v1/heap`, ''],
    ['an empty commit', branch, ''],
  ])('%s', async (_, name, content) => {
    const repository = newRepository();
    await storeIn(repository, { remote: null }).add([one], 'x');
    const path = objectPath(repository, repository.git('rev-parse', name));
    chmodSync(path, 0o644);
    writeFileSync(path, content);
    const store = storeIn(repository, { remote: null });
    const listed = await store.list();
    const read = await store.read([one.path]);
    expect(read).toEqual(problem('cannot be read', 'git fsck'));
    if (listed.kind === 'problem') expect(listed).toEqual(problem('git fsck'));
    else expect(listed.paths).toEqual([one.path]);
  });

  it('of which only others are asked for', async () => {
    const repository = newRepository();
    await storeIn(repository, { remote: null }).add([one, two], 'x');
    const path = objectPath(repository, repository.git('rev-parse', `${branch}:${one.path}`));
    chmodSync(path, 0o644);
    writeFileSync(path, '');
    const read = await storeIn(repository, { remote: null }).read([two.path]);
    expect(read.kind === 'files' ? [...read.files.keys()] : read).toEqual([two.path]);
  });
});

describe('a branch with files that no tool of ours wrote', () => {
  it('gives those that are regular files below v1, and never what links lead to', async () => {
    const repository = newRepository();
    await storeIn(repository, { remote: null }).add([one], 'x');
    const blob = repository.git('rev-parse', `${branch}:${one.path}`);
    const large = join(tempFolder(), 'large');
    writeFileSync(large, Buffer.alloc(9 << 20, ' '));
    const entries = [
      ['120000', blob, 'v1/heap/link'],
      ['100755', blob, 'v1/heap/program'],
      ['100644', blob, 'v1/heap/ä\tb'],
      ['100644', blob, '-rf'],
      ['100644', repository.git('hash-object', '-w', large), 'v1/heap/large'],
    ];
    repository.git('read-tree', branch);
    for (const [mode, id, path] of entries)
      repository.git('update-index', '--add', '--cacheinfo', `${mode!},${id!},${path!}`);
    const tree = repository.git('write-tree');
    const commit = repository.git('commit-tree', '-m', 'x', tree);
    repository.git('update-ref', `refs/heads/${branch}`, commit);
    const store = storeIn(repository, { remote: null });
    const paths = await pathsOf(store);
    expect(paths).toEqual(['v1/heap/ä\tb', 'v1/heap/large', 'v1/heap/program', one.path].sort());
    const read = await store.read(paths);
    expect(read.kind === 'files' ? read.files.size : read).toBe(4);
    expect(read.kind === 'files' ? read.files.get('v1/heap/large') : read).toHaveLength(0);
    expect(await store.remove(['v1/heap/ä\tb', 'v1/heap/program'])).toEqual({
      kind: 'removed',
      removed: 1,
    });
  });
});
