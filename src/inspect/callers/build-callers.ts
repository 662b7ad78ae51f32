import type { GoToolchain } from '../../machine/go-toolchain.ts';
import { buildTool, type BuiltTool } from '../../probe/build-tool.ts';
import type { CallersPorts } from './find-callers.ts';

/**
 * Which version of golang.org/x/tools goes with which Go: each needs a Go that is new enough to build it, and must know what that
 * Go's compiler writes. The modules lie in src/probe/callers; the newest is in go.mod, and tried for newer Go too.
 */
const modules = [
  // golang.org/x/tools v0.52.0
  { fromMinor: 26, flags: [] },
  // golang.org/x/tools v0.36.0
  { fromMinor: 23, flags: ['-modfile=go1.23.mod'] },
  // golang.org/x/tools v0.24.1
  { fromMinor: 21, flags: ['-modfile=go1.21.mod'] },
];

/** Builds the program that knows the call graph, once a toolchain; it is kept in the Go build cache. */
export function buildCallers(
  ports: CallersPorts,
  go: GoToolchain,
  timeoutMs: number,
): Promise<BuiltTool> {
  const flags = modules.find(({ fromMinor }) => go.minor >= fromMinor)?.flags ?? [];
  const sources = { directory: ports.probeDirectory, run: ports.run, env: ports.env };
  return buildTool({ name: 'callers', flags, timeoutMs }, sources, go);
}
