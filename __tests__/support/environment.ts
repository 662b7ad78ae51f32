import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controlGroup, type Controller } from './control-group.ts';
import { fixture } from './guarded.ts';
import { refusal, type Setup } from './setup.ts';

// Makes the narrow or broken place that a setup describes.

export interface Environment {
  /** Goes in front of the command line. */
  prefix: string[];
  env: Record<string, string>;
  /** Arguments of `run`. */
  args: string[];
  /** Flags for go test. */
  flags: string[];
  remove: () => Promise<void>;
}

/** Makes the place. */
export function makeEnvironment(setup: Setup): Environment {
  const { env = {}, flags = [], legs = 'memory' } = setup;
  const place = { args: ['--legs', legs], prefix: [], env, flags, remove: nothing };
  switch (setup.kind) {
    case 'rlimit': {
      const limits = Object.entries(setup.limits).map(([name, value]) => `--${name}=${value}`);
      const without = (setup.withoutCapabilities ?? []).map((name) => `-${name}`).join(',');
      const drop = without === '' ? [] : ['setpriv', `--bounding-set=${without}`];
      return { ...place, prefix: [...drop, 'prlimit', ...limits] };
    }
    case 'exec':
      return { ...place, flags: [...flags, `-exec=${setup.command}`] };
    case 'memoryGroup': {
      const group = makeGroup('memory', memoryLimits(setup.bytes));
      // Without a guard of our own, so that the kernel's killer is the one that works here.
      const args = [...place.args, '--memory-limit', 'off'];
      return { ...place, args, prefix: group.enter, remove: group.remove };
    }
    case 'pidsGroup': {
      const group = makeGroup('pids', { 'pids.max': String(setup.max) });
      return { ...place, prefix: group.enter, remove: group.remove };
    }
    case 'memoryLimit': {
      const prefix = setup.readOnlyGroups === true ? withReadOnlyGroups : [];
      return { ...place, prefix, args: [...place.args, '--memory-limit', setup.limit] };
    }
    case 'tmpfs': {
      const folder = mount(setup.options);
      return { ...place, env: { ...env, [setup.variable]: folder }, remove: () => unmount(folder) };
    }
    case 'toolexec': {
      const group = makeGroup('memory', memoryLimits(setup.groupBytes));
      const script = join(fixture('causes'), 'tools/toolexec.sh');
      return {
        ...place,
        env: { ...env, CAUSES_SMALL_GROUP: group.directory },
        flags: [...flags, `-toolexec=${script}`],
        remove: group.remove,
      };
    }
    case 'userNamespace': {
      const set = Object.entries(setup.settings).map(
        ([name, value]) => `echo ${String(value)} >/proc/sys/user/${name}`,
      );
      const script = [...set, 'exec "$@"'].join(' && ');
      return {
        ...place,
        prefix: ['unshare', '--user', '--map-root-user', 'sh', '-c', script, 'sh'],
      };
    }
    case 'architecture':
      return { ...place, env: { ...env, GOARCH: setup.goarch } };
    case 'asan':
      return { ...place, flags: [...flags, '-asan'] };
    case 'plain':
    case 'stop':
    case 'module':
      return place;
    case 'vm':
      throw new Error(refusal(setup) ?? '');
  }
}

/** As in a container without rights: the groups can be read, none can be made. */
const withReadOnlyGroups = [
  ...['unshare', '--mount', 'sh', '-c'],
  'mount -o remount,bind,ro /sys/fs/cgroup/memory && exec "$@"',
  'sh',
];

let groups = 0;

function makeGroup(
  controller: Controller,
  settings: Record<string, string>,
): ReturnType<typeof controlGroup> {
  return controlGroup(controller, `crash-guard-test-${process.pid}-${groups++}`, settings);
}

function memoryLimits(bytes: number): Record<string, string> {
  const limit = String(bytes);
  return { 'memory.limit_in_bytes': limit, 'memory.memsw.limit_in_bytes': limit };
}

function mount(options: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'crash-guard-mount-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'crash-guard-test', folder]);
  return folder;
}

function unmount(folder: string): Promise<void> {
  execFileSync('umount', ['--lazy', folder]);
  rmdirSync(folder);
  return nothing();
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
