import { renameSync, rmSync } from 'node:fs';
import { run } from './command.mjs';

/**
 * Makes an ext4 disk of a folder. The file is sparse; everything on the disk belongs to root, whoever makes it.
 * @param {string} folder
 * @param {string} path
 * @param {number} megabytes
 */
export function makeDisk(folder, path, megabytes) {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  asRoot('mke2fs', [
    '-q',
    '-t',
    'ext4',
    '-O',
    '^has_journal',
    '-m',
    '0',
    '-d',
    folder,
    fresh,
    `${megabytes}M`,
  ]);
  renameSync(fresh, path);
}

/**
 * Runs a command as root, or as the root of a namespace of its own.
 * @param {string} command
 * @param {string[]} args
 */
export function asRoot(command, args) {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;
  const words = process.getuid?.() === 0 ? [] : ['unshare', '--map-root-user'];
  const [first = '', ...rest] = [...words, command, ...args];
  run(first, rest, { env: { PATH: path } });
}
