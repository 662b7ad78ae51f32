import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { run } from './command.mjs';
import { asRoot, makeDisk } from './disk.mjs';

const guest = join(import.meta.dirname, 'guest');

/**
 * The root disk: a few packages of Debian, unpacked but not installed, this Node and this Go (at its own path), and /etc.
 * @param {string[]} packages
 * @param {string} goroot
 * @param {string} path
 */
export function makeRootDisk(packages, goroot, path) {
  const stage = mkdtempSync(join(tmpdir(), 'crash-guard-vm-'));
  try {
    for (const folder of ['bin', 'sbin', 'lib', 'lib64']) {
      mkdirSync(join(stage, 'usr', folder), { recursive: true });
      symlinkSync(`usr/${folder}`, join(stage, folder));
    }
    for (const file of packages) {
      const unpack =
        'dpkg-deb --fsys-tarfile "$1" | tar -x -p --no-same-owner --keep-directory-symlink -C "$2" --exclude "./usr/share/[dlm]o*"';
      asRoot('sh', ['-ec', unpack, 'unpack', file, stage]);
    }
    copyProgram(process.execPath, join(stage, 'usr/bin/node'), stage);
    cpSync(goroot, join(stage, goroot), { recursive: true, filter: isNeeded(goroot) });
    cpSync(join(guest, 'etc'), join(stage, 'etc'), { recursive: true });
    cpSync(join(guest, 'run-scenario.sh'), join(stage, 'sbin/run-scenario'));
    asRoot('sh', [join(guest, 'finish-root.sh'), stage]);
    makeDisk(stage, path, 2048);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The parts of Go that a test run does not read are left out. @param {string} goroot */
function isNeeded(goroot) {
  const unneeded = ['api', 'doc', 'misc', 'test', 'src/cmd'].map((part) => join(goroot, part));
  return (/** @type {string} */ file) => !unneeded.includes(file) && basename(file) !== 'testdata';
}

/**
 * Copies a program, and the libraries that the packages did not bring.
 * @param {string} program @param {string} target @param {string} stage
 */
function copyProgram(program, target, stage) {
  cpSync(realpathSync(program), target);
  for (const [, library = ''] of run('ldd', [program]).matchAll(/ => (\/\S+)/g)) {
    if (existsSync(join(stage, library))) continue;
    mkdirSync(dirname(join(stage, library)), { recursive: true });
    cpSync(realpathSync(library), join(stage, library));
  }
}
