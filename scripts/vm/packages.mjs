import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { Unavailable } from './unavailable.mjs';

const kernel = 'linux-image-cloud-amd64';

// What is inside the machine besides Go and Node. usr-is-merged keeps perl out.
const inside = [
  'usr-is-merged',
  'base-files',
  'bash',
  'busybox-static',
  'coreutils',
  'dash',
  'libgcc-s1',
  'libpam-modules',
  'libstdc++6',
  'sed',
  'sudo',
  'systemd-sysv',
  'util-linux',
];

/**
 * Downloads packages of Debian, with all they depend on, into `folder`; nothing is installed, no rights are needed and the
 * system's own package lists stay as they are.
 * @param {string} folder
 * @returns {{ kernel: string[], inside: string[] }} paths of the packages
 */
export function fetchPackages(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['state/lists/partial', 'kernel', 'inside/partial']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'status'), ''); // as if nothing were installed, so that nothing is left out
  const options = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache::archives': join(folder, 'inside'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
    'APT::Install-Recommends': '0',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Debug::NoLocking': '1',
  };
  const words = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  try {
    run('apt-get', [...words, '-q', 'update']);
    const depends = run('apt-cache', [...words, 'depends', '--important', kernel]);
    const image = /Depends: (linux-image-\S+)/.exec(depends)?.[1];
    if (image === undefined) throw new Error(`${kernel} names no kernel`);
    run('apt-get', [...words, '-q', 'download', image], { cwd: join(folder, 'kernel') });
    run('apt-get', [...words, '-q', '-y', '--download-only', 'install', ...inside]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(`the packages of Debian are not to be had: ${reason}`);
  }
  return { kernel: packagesIn(join(folder, 'kernel')), inside: packagesIn(join(folder, 'inside')) };
}

/** @param {string} folder */
function packagesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => join(folder, name));
}
