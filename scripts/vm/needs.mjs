import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Unavailable } from './unavailable.mjs';

// What this machine needs to run the small one, and the package that brings it.
const tools = {
  'qemu-system-x86_64': 'qemu-system-x86',
  mke2fs: 'e2fsprogs',
  cpio: 'cpio',
  'dpkg-deb': 'dpkg',
  timeout: 'coreutils',
  tar: 'tar',
  unshare: 'util-linux',
};

/** Makes sure that everything is there; installs it where that is allowed, throws Unavailable where not. */
export function provideTools() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Unavailable(
      `it is an x86-64 Linux machine, and this is ${process.platform}/${process.arch}`,
    );
  }
  if (!has('apt-get')) {
    throw new Unavailable('the kernel comes from Debian, and there is no apt-get here');
  }
  const missing = missingPackages();
  if (missing.length > 0) {
    console.log(`vm: installing ${missing.join(', ')}`);
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
    start([...apt, 'update']);
    start([...apt, 'install', '--no-install-recommends', ...missing]);
  }
  const still = missingPackages();
  if (still.length > 0) {
    throw new Unavailable(
      `please install ${still.join(', ')} (root or passwordless sudo would do it here)`,
    );
  }
}

function missingPackages() {
  return Object.entries(tools)
    .filter(([tool]) => !has(tool))
    .map(([, name]) => name);
}

/** @param {string} tool */
function has(tool) {
  const folders = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`.split(':');
  return folders.some((folder) => existsSync(`${folder}/${tool}`));
}

/** @param {string[]} words */
function start([command = '', ...args]) {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}
