import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cgroupLineage, type Cgroup } from '../../src/machine/cgroup.ts';
import { readMemory } from '../../src/machine/memory.ts';
import { parseMounts } from '../../src/machine/mount.ts';
import { readPids } from '../../src/machine/pids.ts';
import { memoryFiles } from '../support/machines.ts';

const v1 = [
  '35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory',
  '36 31 0:33 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct',
  '39 31 0:36 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids',
  '40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd',
].join('\n');
const v2 = '30 24 0:27 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate';
const hybrid = `${v1}\n41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw`;
const contained = '35 31 0:32 /docker/4f1 /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory';
const offered = { '/sys/fs/cgroup/cgroup.controllers': 'cpu memory pids\n' };

function find(
  controller: 'memory' | 'pids',
  membership: string,
  mountinfo: string,
  files: Record<string, string> = {},
): Promise<Cgroup[]> {
  const sources = { membership, mounts: parseMounts(mountinfo) };
  return cgroupLineage(controller, sources, memoryFiles(files));
}

describe('the own group and its ancestors', () => {
  it.each<[string, string, string, Record<string, string>, [1 | 2, string, string][]]>([
    [
      'version 1',
      '4:memory:/a/b\n3:cpu,cpuacct:/\n',
      v1,
      { '/sys/fs/cgroup/memory/a/b/tasks': '' },
      [
        [1, '/a/b', '/sys/fs/cgroup/memory/a/b'],
        [1, '/a', '/sys/fs/cgroup/memory/a'],
        [1, '/', '/sys/fs/cgroup/memory'],
      ],
    ],
    [
      'version 2',
      '0::/user.slice/u.scope\n',
      v2,
      { ...offered, '/sys/fs/cgroup/user.slice/u.scope/memory.max': 'max\n' },
      [
        [2, '/user.slice/u.scope', '/sys/fs/cgroup/user.slice/u.scope'],
        [2, '/user.slice', '/sys/fs/cgroup/user.slice'],
        [2, '/', '/sys/fs/cgroup'],
      ],
    ],
    ['version 2 without the controller', '0::/a', v2, { '/sys/fs/cgroup/a/x': '' }, []],
    [
      'hybrid: where version 1 has the controller, version 2 has not',
      '4:memory:/a\n0::/b',
      hybrid,
      { '/sys/fs/cgroup/memory/a/tasks': '', '/sys/fs/cgroup/unified/b/x': '' },
      [
        [1, '/a', '/sys/fs/cgroup/memory/a'],
        [1, '/', '/sys/fs/cgroup/memory'],
      ],
    ],
    [
      'a container that has no namespace for its cgroup',
      '4:memory:/docker/4f1/x',
      contained,
      { '/sys/fs/cgroup/memory/x/tasks': '' },
      [
        [1, '/docker/4f1/x', '/sys/fs/cgroup/memory/x'],
        [1, '/docker/4f1', '/sys/fs/cgroup/memory'],
      ],
    ],
    [
      'a path that only the host can see: the mount shows the container',
      '4:memory:/kubepods/pod1/c2',
      contained,
      {},
      [[1, '/kubepods/pod1/c2', '/sys/fs/cgroup/memory']],
    ],
    [
      'a group with a colon in its name',
      '0::/slice:cri-containerd:6ef1',
      v2,
      { ...offered, '/sys/fs/cgroup/slice:cri-containerd:6ef1/x': '' },
      [
        [2, '/slice:cri-containerd:6ef1', '/sys/fs/cgroup/slice:cri-containerd:6ef1'],
        [2, '/', '/sys/fs/cgroup'],
      ],
    ],
    ['outside of the namespace', '0::/../other', v2, offered, []],
    ['a named hierarchy is no controller', '9:name=memory:/a', v1, {}, []],
    ['no mount', '4:memory:/a', v2, offered, []],
    ['nothing', '', '', {}, []],
    ['nonsense', '0::\n::::\n4:memory\nmemory:/x', ' - \n1 2 3\n1 2 3 4 5 6 - \n', {}, []],
  ])('%s', async (_, membership, mountinfo, files, expected) => {
    const line = await find('memory', membership, mountinfo, files);
    expect(line.map(({ version, path, dir }) => [version, path, dir])).toEqual(expected);
  });

  it('are found, or not, whatever the files say', async () => {
    const word = fc.constantFrom('memory', '0', ':', '/', '..', '/a', ' - ', 'cgroup2', '\n', 'rw');
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (membership, mountinfo) => {
        const line = await find('memory', membership, `${mountinfo}\n${v2}`, offered);
        for (const { dir } of line) expect(dir.split('/')).not.toContain('..');
      }),
    );
  });
});

describe('limits', () => {
  const at = (dir: string, files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${dir}/${name}`, text]));
  const sources = (membership: string, mountinfo: string) => ({
    membership,
    mounts: parseMounts(mountinfo),
  });

  it('of version 2: a literal max is none', async () => {
    const files = memoryFiles({
      ...offered,
      ...at('/sys/fs/cgroup/a/b', { 'memory.max': 'max\n', 'memory.current': '4096\n' }),
      ...at('/sys/fs/cgroup/a', { 'memory.max': '1073741824\n', 'memory.current': 'x' }),
    });
    const { groups } = await readMemory(files, sources('0::/a/b', v2));
    expect(groups.map(({ limitBytes, usageBytes }) => [limitBytes, usageBytes])).toEqual([
      [null, 4096],
      [1_073_741_824, null],
      [null, null],
    ]);
  });

  it.each([
    ['9223372036854771712', null],
    ['9223372036854775807', null],
    ['18446744073709551615', null],
    ['1073741824', 1_073_741_824],
    ['0', 0],
    ['-1', null],
    ['', null],
    ['12 34', null],
    ['9'.repeat(400), null],
  ])('of version 1: %s', async (text, limitBytes) => {
    const files = memoryFiles(at('/sys/fs/cgroup/memory/a', { 'memory.limit_in_bytes': text }));
    const { groups } = await readMemory(files, sources('4:memory:/a', v1));
    expect(groups[0]?.limitBytes).toBe(limitBytes);
  });

  it('of version 1 above what can be seen are taken from memory.stat, unless something seen is less', async () => {
    const stat = 'cache 0\nhierarchical_memory_limit 2000\nhierarchical_memsw_limit 4000\n';
    const limits = async (own: string): Promise<(number | null)[]> => {
      const dir = '/sys/fs/cgroup/memory';
      const files = memoryFiles(at(dir, { 'memory.limit_in_bytes': own, 'memory.stat': stat }));
      const { groups } = await readMemory(files, sources('4:memory:/docker/4f1', contained));
      return groups.map(({ limitBytes }) => limitBytes);
    };
    expect(await limits('3000')).toEqual([3000, 2000]);
    expect(await limits('2000')).toEqual([2000]);
    expect(await limits('9223372036854771712')).toEqual([null, 2000]);
  });

  it('on processes: the least of all ancestors', async () => {
    const files = memoryFiles({
      ...at('/sys/fs/cgroup/pids/a/b', { 'pids.max': 'max\n', 'pids.current': '3\n' }),
      ...at('/sys/fs/cgroup/pids/a', { 'pids.max': '100\n', 'pids.current': '7\n' }),
    });
    expect(await readPids(files, sources('8:pids:/a/b', v1))).toEqual({
      path: '/a',
      limit: 100,
      current: 7,
    });
    expect(await readPids(files, sources('8:pids:/', v1))).toBeNull();
  });
});
