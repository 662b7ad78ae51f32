// Go's own sources as a repository, so that the standard library's packages have commits and a base that can be checked out.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { madeRepository } from './repository.mjs';

/** A copy of the folders whose packages are tested; everything else of GOROOT is linked. */
const copied = new Set(['src', 'VERSION', 'go.env']);
const linkedSources = new Set(['cmd']);

export function goRootRepository() {
  const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'crash-guard-gate-'));
  const copy = join(parent, 'go');
  mkdirSync(join(copy, 'src'), { recursive: true });
  for (const name of readdirSync(root)) if (name !== 'src') take(name, copied.has(name));
  for (const name of readdirSync(join(root, 'src')))
    take(join('src', name), !linkedSources.has(name));

  /** @param {string} path @param {boolean} copying */
  function take(path, copying) {
    if (copying) cpSync(join(root, path), join(copy, path), { recursive: true });
    else symlinkSync(join(root, path), join(copy, path));
  }
  const remove = () => rmSync(parent, { recursive: true, force: true });
  const path = `${goWrapper(parent, root, copy)}${delimiter}${process.env['PATH'] ?? ''}`;
  return { repository: madeRepository(copy, remove), env: { PATH: path } };
}

/**
 * A go command that takes the checkout around the current folder for GOROOT: the copy, or a work tree of its base.
 * @param {string} parent @param {string} root @param {string} copy
 */
function goWrapper(parent, root, copy) {
  const folder = join(parent, 'bin');
  mkdirSync(folder);
  const script = `#!/bin/sh
folder=$PWD
while [ "$folder" != / ] && ! [ -f "$folder/VERSION" -a -d "$folder/src/runtime" ]; do
  folder=$(dirname "$folder")
done
[ "$folder" = / ] && folder='${copy}'
GOROOT=$folder exec '${join(root, 'bin/go')}' "$@"
`;
  writeFileSync(join(folder, 'go'), script);
  chmodSync(join(folder, 'go'), 0o755);
  return folder;
}
