import type { HostFiles } from './host-files.ts';

/** The versions that a go.mod asks for, without `go`: `1.24.9`, `1.27rc1`. */
export interface GoModVersions {
  /** Nothing older may build the module. */
  go: string | null;
  /** What the module's authors use; a suggestion. */
  toolchain: string | null;
}

/** null when there is no go.mod, or it cannot be read. */
export async function readGoModVersions(
  path: string,
  files: HostFiles,
): Promise<GoModVersions | null> {
  const text = path === '' ? null : await files.read(path);
  return text === null ? null : parseGoModVersions(text);
}

export function parseGoModVersions(text: string): GoModVersions {
  // go 1.24.9   toolchain go1.27rc1   toolchain default
  const go = /^[ \t]*go[ \t]+(?<version>\d[\w.]*)/m.exec(text)?.groups?.['version'];
  const toolchain = /^[ \t]*toolchain[ \t]+go(?<version>\d[\w.]*)/m.exec(text)?.groups?.['version'];
  return { go: go ?? null, toolchain: toolchain ?? null };
}

/** Below zero when `a` is older than `b` (rules of go/version: 1.21 < 1.21rc1 < 1.21.0, since Go 1.21); 0 when either is not understood. */
export function compareGoVersions(a: string, b: string): number {
  const left = rank(a);
  const right = rank(b);
  if (left === null || right === null) return 0;
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** Major, minor, stage (the language itself, beta, rc, release), number within the stage. */
function rank(version: string): number[] | null {
  // 1.21  1.21rc2  1.24.9  1.24.9-custom
  const match =
    /^(?<major>\d+)\.(?<minor>\d+)(?:(?<stage>beta|rc|\.)(?<number>\d+))?(?:[-+ ].*)?$/.exec(
      version,
    );
  if (match?.groups === undefined) return null;
  const { major, minor, stage, number } = match.groups;
  const stages = [undefined, 'beta', 'rc', '.'];
  return [Number(major), Number(minor), stages.indexOf(stage), Number(number ?? 0)];
}
