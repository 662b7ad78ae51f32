import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './command.mjs';

// In the order in which they are loaded. What the kernel has built in has no file.
const modules = [
  'virtio_ring',
  'virtio',
  'virtio_pci_legacy_dev',
  'virtio_pci_modern_dev',
  'virtio_pci',
  'virtio_blk',
];

/**
 * Writes the kernel and an initramfs: busybox, the modules that a disk needs, and the first program.
 * @param {{ kernel: string[], inside: string[] }} packages
 * @param {string} kernelPath
 * @param {string} initramfsPath
 */
export function makeInitramfs(packages, kernelPath, initramfsPath) {
  const work = mkdtempSync(join(tmpdir(), 'crash-guard-vm-'));
  try {
    const stage = join(work, 'stage');
    for (const folder of ['bin', 'dev', 'proc', 'root', 'modules']) {
      mkdirSync(join(stage, folder), { recursive: true });
    }
    const busybox = packages.inside.find((file) => basename(file).startsWith('busybox-static_'));
    for (const file of [...packages.kernel, busybox ?? '']) run('dpkg-deb', ['-x', file, work]);

    const boot = readdirSync(join(work, 'boot')).find((name) => name.startsWith('vmlinuz-'));
    cpSync(join(work, 'boot', boot ?? ''), kernelPath);
    cpSync(join(work, 'bin/busybox'), join(stage, 'bin/busybox'));
    cpSync(join(import.meta.dirname, 'guest/initramfs.sh'), join(stage, 'init'));

    const files = readdirSync(join(work, 'lib/modules'), { recursive: true, encoding: 'utf8' });
    const found = modules.flatMap((name) =>
      files.filter((file) => basename(file) === `${name}.ko`),
    );
    for (const file of found) {
      cpSync(join(work, 'lib/modules', file), join(stage, 'modules', basename(file)));
    }
    writeFileSync(
      join(stage, 'modules/order'),
      found.map((file) => `${basename(file)}\n`).join(''),
    );
    run(
      'sh',
      [
        '-ec',
        'chmod 755 init bin/busybox; find . | cpio --quiet -o -H newc >"$1"',
        'pack',
        initramfsPath,
      ],
      {
        cwd: stage,
      },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
