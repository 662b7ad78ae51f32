import { describe, expect, it } from '@jest/globals';
import { mountOf, parseMounts } from '../../src/machine/mount.ts';

const mounts = parseMounts(
  [
    '22 27 0:21 / /proc rw,nosuid shared:5 master:1 - proc proc rw',
    '27 1 254:0 / / rw,relatime - ext4 /dev/vda ro,discard',
    '30 27 0:24 / /tmp rw,noexec - tmpfs tmpfs rw,size=4k',
    '31 27 0:25 / /tmp rw - tmpfs tmpfs rw,size=8k',
    String.raw`32 27 0:26 /a\040b /mnt/with\040blank\134 rw,nosuid - 9p C:\134 rw,aname=drvfs;path=C:\134`,
    'torn li',
    '',
    '1 2 3 / /broken rw -  ',
  ].join('\n'),
);

it('reads mountinfo, and leaves out what it does not understand', () => {
  expect(mounts.map(({ root, point, type }) => [root, point, type])).toEqual([
    ['/', '/proc', 'proc'],
    ['/', '/', 'ext4'],
    ['/', '/tmp', 'tmpfs'],
    ['/', '/tmp', 'tmpfs'],
    ['/a b', '/mnt/with blank\\', '9p'],
  ]);
});

describe('the mount of a path', () => {
  it.each([
    ['/', '/', 'ro'],
    ['/home/x', '/', 'ro'],
    ['/tmpfile', '/', 'ro'],
    ['/tmp/x', '/tmp', 'size=8k'],
    ['/tmp', '/tmp', 'size=8k'],
    ['/mnt/with blank\\/x', '/mnt/with blank\\', 'nosuid'],
  ])('%s', (path, point, option) => {
    const mount = mountOf(path, mounts);
    expect(mount?.point).toBe(point);
    expect([...(mount?.options ?? [])]).toContain(option);
  });

  it('is null where nothing is known', () => {
    expect(mountOf('/tmp', [])).toBeNull();
  });
});
