export interface Mount {
  /** The folder of the file system that is seen at the mount point. */
  root: string;
  point: string;
  /** `rw`, `noexec`, ...: of the mount, then of the file system itself. */
  options: ReadonlySet<string>;
  type: string;
}

/** Reads /proc/PID/mountinfo (proc_pid_mountinfo(5)); a line of another form is left out. */
export function parseMounts(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    const [own, fileSystem] = line.split(' - ', 2);
    const [, , , root, point, options] = (own ?? '').split(' ');
    const [type, , superOptions] = (fileSystem ?? '').split(' ');
    if (root === undefined || point === undefined || type === undefined || type === '') return [];
    return [
      {
        root: unescape(root),
        point: unescape(point),
        options: new Set([...(options ?? '').split(','), ...(superOptions ?? '').split(',')]),
        type,
      },
    ];
  });
}

/** The mount that holds an absolute path; of several on one point the last, which covers the others. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  return mounts.reduce<Mount | null>(
    (best, mount) =>
      isBelow(path, mount.point) && mount.point.length >= (best?.point.length ?? 0) ? mount : best,
    null,
  );
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The kernel writes blank, tab, newline and backslash as `\040`, `\011`, `\012` and `\134`. */
function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
}
