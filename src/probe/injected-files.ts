import type { PlannedPackage } from '../plan/plan.ts';

// What is put into test packages. The names are ones that no package declares, so that nothing of the user's can collide with an
// import.

/** How an injected file reaches the agent. */
export type Reach =
  | { kind: 'package'; path: string }
  /** The agent's files are part of the same package. */
  | { kind: 'same' }
  /** They are part of the external test package, which this one cannot import. */
  | { kind: 'linked'; externalPackage: string };

/** Brings the agent in and does nothing else. */
export function importFile(clause: string, agentPath: string): string {
  return `package ${clause}\n\nimport _ "${agentPath}"\n`;
}

const testMain = `
func TestMain(crashGuardM *crashGuardTesting.M) {
	crashGuardOS.Exit(crashGuardAfter(crashGuardRun(crashGuardM)))
}
`;

/**
 * What runs around the tests: crashGuardRun and crashGuardAfter, which a changed TestMain calls (src/probe/declared/around.go), or
 * a TestMain of its own. A package may name its own `int`, `bool` or `nil`, so no predeclared name stands here where the agent can
 * be imported.
 */
export function aroundFile(clause: string, reach: Reach, ownTestMain: boolean): string {
  const agent = reach.kind === 'package' ? 'crashGuardAgent.' : '';
  const [int, bool] =
    reach.kind === 'linked' ? ['int', 'bool'] : [`${agent}CrashGuardInt`, `${agent}CrashGuardBool`];
  const last: Record<Reach['kind'], string> = {
    package: `\n\n\tcrashGuardAgent "${reach.kind === 'package' ? reach.path : ''}"`,
    same: '',
    linked: '\n\t_ "unsafe" // for go:linkname',
  };
  return `package ${clause}

import (
	crashGuardIO "io"
${ownTestMain ? '\tcrashGuardOS "os"\n' : ''}	crashGuardPprof "runtime/pprof"
	crashGuardTesting "testing"${last[reach.kind]}
)
${ownTestMain ? testMain : ''}${reach.kind === 'linked' ? linked(reach.externalPackage) : ''}
func crashGuardRun(crashGuardM *crashGuardTesting.M) ${int} {
	${agent}CrashGuardBegin()
	return ${agent}CrashGuardEnd(crashGuardM.Run())
}

func crashGuardAfter(code ${int}) ${int} { return ${agent}CrashGuardLook(code, crashGuardProve) }

// crashGuardProve has the runtime mark the goroutines that nothing can wake any more; without a writer it says whether it could.
func crashGuardProve(to crashGuardIO.Writer) ${bool} {
	var noProfile *crashGuardPprof.Profile
	var nothing interface{}
	profile := crashGuardPprof.Lookup("goroutineleak")
	return profile != noProfile && (to == nothing || profile.WriteTo(to, 0) == nothing)
}
`;
}

function linked(externalPackage: string): string {
  const name = symbolPrefix(externalPackage);
  const declare = (signature: string): string => {
    const own = signature.slice(0, signature.indexOf('('));
    return `\n//go:linkname ${own} ${name}.${own}\nfunc ${signature}\n`;
  };
  return [
    'CrashGuardBegin()',
    'CrashGuardEnd(int) int',
    'CrashGuardLook(int, func(crashGuardIO.Writer) bool) int',
  ]
    .map(declare)
    .join('');
}

/** An import path as it stands in symbols: behind the last slash dots are escaped (objabi.PathToPrefix in cmd/internal). */
function symbolPrefix(path: string): string {
  const last = path.lastIndexOf('/') + 1;
  return [...Buffer.from(path)]
    .map((byte, at) => {
      const char = String.fromCharCode(byte);
      const escaped = byte <= 0x20 || byte >= 0x7f || char === '%' || char === '"';
      return escaped || (char === '.' && at >= last)
        ? `%${byte.toString(16).padStart(2, '0')}`
        : char;
    })
    .join('');
}

/** The file that declares TestMain with its edits made, or null where it is not the file that they were made for. */
export function changedTestMain(
  source: Buffer,
  { edits }: NonNullable<PlannedPackage['around']>,
): Buffer | null {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { at, removed, text } of edits) {
    const replaced = source.subarray(at, at + removed).toString('latin1');
    if (at < from || at + removed > source.length) return null;
    if (removed > 0 && !replaced.endsWith('.Run()')) return null;
    parts.push(source.subarray(from, at), Buffer.from(text));
    from = at + removed;
  }
  return Buffer.concat([...parts, source.subarray(from)]);
}
