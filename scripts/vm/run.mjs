// Runs a shell script in a small Linux machine with cgroup v2, as root: node scripts/vm/run.mjs SCENARIO.sh OUT
//   [--memory MB=1024] [--init systemd] [--limit SECONDS=300]
// OUT gets what the script left in /results. Exit code: the script's; 75 when the machine cannot be built here.
// With --prepare and nothing else it only makes sure that there is a machine, and that its Go module passes on this one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build.mjs';
import { run } from './command.mjs';
import { makeInitramfs } from './initramfs.mjs';
import { boot } from './machine.mjs';
import { provideTools } from './needs.mjs';
import { fetchPackages } from './packages.mjs';
import { makeRootDisk } from './root-disk.mjs';
import { fillTree, makeTreeDisk } from './tree-disk.mjs';
import { Unavailable, unavailableCode } from './unavailable.mjs';

const cache = join(root, 'node_modules/.cache/vm');
const files = {
  kernel: join(cache, 'vmlinuz'),
  initramfs: join(cache, 'initramfs.cpio'),
  rootDisk: join(cache, 'root.ext4'),
};
const tree = join(cache, 'tree');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    memory: { type: 'string', default: '1024' },
    init: { type: 'string', default: 'none' },
    limit: { type: 'string', default: '300' },
    prepare: { type: 'boolean', default: false },
  },
});
const [scenario, out] = positionals;
if (!values.prepare && (scenario === undefined || out === undefined)) {
  console.error(
    'vm: node scripts/vm/run.mjs SCENARIO.sh OUT [--memory MB] [--init systemd] [--limit SECONDS]',
  );
  process.exit(2);
}

try {
  await prepare();
  if (scenario !== undefined && out !== undefined) {
    process.exitCode = await runScenario(resolve(scenario), resolve(out));
  }
} catch (error) {
  if (!(error instanceof Unavailable)) throw error;
  console.error(`vm: no machine to be had: ${error.message}`);
  process.exitCode = unavailableCode;
}

/** What all machines have in common. */
async function prepare() {
  provideTools();
  mkdirSync(cache, { recursive: true });
  const goroot = run('go', ['env', 'GOROOT'], { env: { GOTOOLCHAIN: 'local' } }).trim();
  const began = Date.now();
  provideMachine(goroot);
  say('system', began);
  const filling = Date.now();
  await fillTree(tree, goroot);
  say('bundle and build cache', filling);
}

/** @param {string} path @param {string} into */
async function runScenario(path, into) {
  const treeDisk = join(cache, 'tree.ext4');
  makeTreeDisk(tree, path, treeDisk);
  const start = Date.now();
  const { code, console: shown } = await boot({
    ...files,
    treeDisk,
    out: into,
    memoryMb: Number(values.memory),
    init: values.init === 'systemd' ? '/sbin/init' : '/sbin/run-scenario',
    limitSeconds: Number(values.limit),
  });
  for (const [line] of shown.matchAll(/^vm: .*$/gm)) console.log(line.trim());
  say('machine', start);
  return code;
}

/** Builds kernel, initramfs and root disk once for each Node, Go and version of these scripts. @param {string} goroot */
function provideMachine(goroot) {
  const stamp = join(cache, 'stamp');
  const wanted = hashOf([process.execPath, process.version, goroot, run('go', ['version'])]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  const packages = fetchPackages(join(cache, 'packages'));
  makeInitramfs(packages, files.kernel, files.initramfs);
  makeRootDisk(packages.inside, goroot, files.rootDisk);
  rmSync(join(cache, 'packages'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** @param {string[]} words */
function hashOf(words) {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const entry of readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}

/** @param {string} what @param {number} began */
function say(what, began) {
  console.log(`vm: ${what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
