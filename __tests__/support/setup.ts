import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { groupsRefused } from './control-group.ts';

// Narrow and broken places to run tests in. Each kind is made for real: limits, control groups, mounts, name spaces.

export type Setup = (
  | { kind: 'plain' }
  /** The shell's limits (ulimit), as `soft:hard` of prlimit(1), on everything from the command line down. */
  | { kind: 'rlimit'; limits: Record<string, string>; withoutCapabilities?: string[] }
  /** The user's own -exec command, around the test binary alone. */
  | { kind: 'exec'; command: string }
  | { kind: 'memoryGroup'; bytes: number }
  | { kind: 'pidsGroup'; max: number }
  /** The product's own --memory-limit; without a right to make groups its guard has to watch. */
  | { kind: 'memoryLimit'; limit: string; readOnlyGroups?: true }
  /** A small file system as TMPDIR or GOTMPDIR. */
  | { kind: 'tmpfs'; variable: 'TMPDIR' | 'GOTMPDIR'; options: string }
  /** tools/toolexec.sh of the fixture, with a memory group of so many bytes for the linker. */
  | { kind: 'toolexec'; groupBytes: number }
  /** A user name space with limits of its own (/proc/sys/user). */
  | { kind: 'userNamespace'; settings: Record<string, number> }
  | { kind: 'architecture'; goarch: string }
  | { kind: 'asan' }
  /** The run is stopped while its test runs. */
  | { kind: 'stop'; signal: NodeJS.Signals; to: 'cli' | 'keeper' }
  /** A module of its own, below modules/ of the fixture. */
  | { kind: 'module'; folder: string }
  /** The whole machine runs out of memory: only in the virtual machine of `make test-vm`. */
  | { kind: 'vm' }
) & { legs?: string; flags?: string[]; env?: Record<string, string> };

/** What such a setup needs and does not find here, or null. */
export function refusal(setup: Setup): string | null {
  switch (setup.kind) {
    case 'rlimit':
      return (
        lacksProgram('prlimit') ?? (setup.withoutCapabilities ? lacksProgram('setpriv') : null)
      );
    case 'exec':
      return lacksProgram(setup.command.split(' ')[0] ?? '') ?? lacksRoot();
    case 'memoryGroup':
      return groupsRefused('memory');
    case 'pidsGroup':
      return groupsRefused('pids');
    case 'memoryLimit':
    case 'toolexec':
      return groupsRefused('memory');
    case 'tmpfs':
      return lacksRoot() ?? lacksProgram('mount');
    case 'userNamespace':
      return lacksNamespaces();
    case 'architecture':
      return existsSync(`/proc/sys/fs/binfmt_misc/qemu-aarch64`)
        ? 'this machine runs arm64 programs in an emulator'
        : null;
    case 'asan':
      return lacksAsan();
    case 'vm':
      return 'runs in the virtual machine of `make test-vm`';
    case 'plain':
    case 'stop':
    case 'module':
      return null;
  }
}

function lacksRoot(): string | null {
  return process.getuid?.() === 0 ? null : 'this needs root';
}

function lacksProgram(name: string): string | null {
  return works(name, '--version') ? null : `the program ${name} is not installed`;
}

function lacksNamespaces(): string | null {
  return works(
    'unshare',
    '--user',
    '--map-root-user',
    'test',
    '-w',
    '/proc/sys/user/max_inotify_watches',
  )
    ? null
    : 'no user name space with inotify limits of its own can be made here';
}

/** -asan needs the library of gcc, which is a package of its own in some systems. */
function lacksAsan(): string | null {
  const args = ['-fsanitize=address', '-x', 'c', '-o', '/dev/null', '-'];
  const { status } = spawnSync('gcc', args, { input: 'int main(void) { return 0; }\n' });
  return status === 0 ? null : 'gcc with libasan is not installed';
}

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
