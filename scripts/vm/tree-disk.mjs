import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, root, writeBundle } from '../build.mjs';
import { run } from './command.mjs';
import { asRoot, makeDisk } from './disk.mjs';

const diskMegabytes = 3072;
const fixture = join(root, '__tests__/fixtures/vm');

/**
 * Fills the folder of the second disk: the bundle as the sources are now, the Go module that the scenarios guard, and a Go
 * build cache that a guarded run on this machine has filled, since compiling is slow inside. The disk is mounted where
 * `tree` is on this machine, because paths are in the keys of that cache.
 * @param {string} tree
 * @param {string} goroot
 */
export async function fillTree(tree, goroot) {
  rmSync(join(tree, 'module'), { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  // The cache keeps what every earlier version of the sources left, and the disk has an end.
  const [megabytes] = run('du', ['-sm', tree]).split('\t');
  if (Number(megabytes) > diskMegabytes / 2) rmSync(tree, { recursive: true });
  writeBundle(await bundle(), join(tree, 'dist'));
  cpSync(fixture, join(tree, 'module'), { recursive: true });

  const environment = {
    GOCACHE: join(tree, 'gocache'),
    GOPATH: join(tree, 'gopath'),
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    CGO_ENABLED: '0',
    PATH: `${goroot}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
  };
  const out = join(tree, 'warm');
  const cli = [join(tree, 'dist/cli.js'), 'run', '--dir', join(tree, 'module'), '--out', out];
  run(process.execPath, [...cli, '--legs', 'memory', '--fresh'], { env: environment });
  rmSync(out, { recursive: true, force: true });

  const lines = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(join(tree, 'environment'), lines.join(''));
  writeFileSync(join(tree, 'path'), tree);
}

/**
 * Makes the second disk, with the scenario and the scripts beside it.
 * @param {string} tree
 * @param {string} scenario
 * @param {string} path
 */
export function makeTreeDisk(tree, scenario, path) {
  rmSync(join(tree, 'scenarios'), { recursive: true, force: true });
  cpSync(dirname(scenario), join(tree, 'scenarios'), { recursive: true });
  cpSync(scenario, join(tree, 'scenario.sh'));
  asRoot('chmod', ['-R', 'a+rwX', tree]);
  makeDisk(tree, path, diskMegabytes);
}
