// Runs the tests and remembers of which tree they passed: node scripts/tested.mjs [--unless-green] COMMAND...
// With --unless-green, a tree that passed already is not tested again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './build.mjs';

const stamp = join(root, 'node_modules/.cache/go-crash-guard/tested');
const unlessGreen = process.argv[2] === '--unless-green';
const [command = 'false', ...args] = process.argv.slice(unlessGreen ? 3 : 2);

const before = treeHash();
if (unlessGreen && readStamp() === before) {
  console.log('tests: passed already on exactly this tree');
} else {
  rmSync(stamp, { force: true });
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  if (treeHash() === before) {
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, before);
  }
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

/** Every file that git does not ignore, tracked or not, and the toolchains. */
function treeHash() {
  const hash = createHash('sha256');
  const go = spawnSync('go', ['version'], { cwd: root, encoding: 'utf8' }).stdout ?? '';
  hash.update(JSON.stringify([process.version, go]));
  for (const path of filesBelow('')) {
    hash.update(JSON.stringify(path)).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  const ignored = ['.git', 'node_modules', '.crash-guard', 'coverage'];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !ignored.includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}
