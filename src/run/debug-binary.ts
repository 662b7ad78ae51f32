import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFailure, type RunCommand } from '../machine/command.ts';
import { joinQuotedWords } from '../settings/quoted-words.ts';
import { goTestCommand } from './go-test-command.ts';
import { goTestFiles, layout } from './layout.ts';
import { ownOutputs } from './own-outputs.ts';
import type { LegPlan } from './plan-legs.ts';

export const debugBinaryName = 'pkg-debug.test';

const patienceMs = 60_000;

/** For -toolexec: the linker without the flags by which go test leaves debug information out; everything else as it is. */
const linkScript = `#!/bin/sh
linking=
count=$#
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  case $linking$word in
  linking-s | linking-w) continue ;;
  */link) linking=linking ;;
  esac
  set -- "$@" "$word"
done
exec "$@"
`;

/** For -exec: the binary is kept, not run. */
const keepScript = `#!/bin/sh
exec cp -- "$1" "$(dirname -- "$0")/kept"
`;

export interface DebugTarget {
  out: string;
  /** Where go test runs. */
  directory: string;
  /** Of the attempt. */
  folder: string;
}

/**
 * Links the test binary of a package once more, with debug information and otherwise the same to the byte: go test -c would not
 * do, since it lays types out in another order. Leaves it in the attempt's folder; null, or why that was not possible.
 */
export async function linkWithDebugInfo(
  plan: LegPlan,
  packageName: string,
  target: DebugTarget,
  run: RunCommand,
): Promise<string | null> {
  const scratch = await mkdtemp(join(target.folder, '.link-'));
  try {
    const [link, keep] = [join(scratch, 'link.sh'), join(scratch, 'keep.sh')];
    await writeFile(link, linkScript, { mode: 0o755 });
    await writeFile(keep, keepScript, { mode: 0o755 });
    const tools = joinQuotedWords([link, ...plan.leg.goTestFlags.toolexec]);
    const exec = joinQuotedWords([keep]);
    if (tools === null || exec === null) return 'a path or -toolexec holds both kinds of quotes';
    const extraFlags = [
      ...[`-exec=${exec}`, `-toolexec=${tools}`, '-vet=off', '-count=1'],
      ...ownOutputs(plan, scratch),
    ];
    const overlay = goTestFiles.overlay(layout.leg(target.out, plan.leg.name));
    const command = goTestCommand(plan, overlay, { patterns: [packageName], extraFlags });
    const [program = 'go', ...args] = command;
    const options = { cwd: target.directory, env: plan.env, timeoutMs: patienceMs };
    const result = await run(program, args, options);
    // Nothing ran, so go test's verdict says nothing: the file counts.
    return await rename(join(scratch, 'kept'), join(target.folder, debugBinaryName)).then(
      () => null,
      () => `go test ${describeFailure(result)}`,
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
