import { formatDuration } from '../../settings/duration.ts';
import { compareGoVersions } from '../go-mod.ts';
import { oldestMinor, type GoToolchain } from '../go-toolchain.ts';
import { fine, lacking, lackingIf, racing, type CheckRow, type PlannedLeg } from './check-row.ts';

const sixHoursMs = 6 * 60 * 60 * 1000;

/** The Go toolchain, and what the run makes of it. */
export const toolchainRows: CheckRow[] = [
  ({ go }) => fine('go-version', 'Go', go.version, `go1.${String(oldestMinor)} or later`),

  ({ go, machine }) => {
    const { go: least, toolchain } = machine.goMod ?? { go: null, toolchain: null };
    if (least === null) return null;
    const suggestion = toolchain === null ? '' : `; it suggests go${toolchain}`;
    const check = fine('go-mod', 'Go for this module', go.version, `go${least} or later (go.mod)`);
    const running = /go(?<version>\d\S*)/.exec(go.version)?.groups?.['version'] ?? '';
    return compareGoVersions(running, least) < 0
      ? lacking(
          check,
          'fail',
          `install Go ${least}, or let the go command fetch it: GOTOOLCHAIN=auto${suggestion}`,
        )
      : check;
  },

  ({ module }) => {
    if (module === null) return null;
    const check = fine(
      'module',
      'module',
      'none in this folder',
      'one that the go command can read',
    );
    switch (module.kind) {
      case 'none':
        return lacking(check, 'ok', "name the module's folder with --dir");
      case 'read':
        return {
          ...check,
          value: module.paths.slice(0, 3).join(', ') + more(module.paths.length - 3),
        };
      case 'refused':
        return lacking(
          { ...check, value: module.said.replace(/\s*\n\s*/g, ' ') },
          'fail',
          'make "go list -m" succeed in that folder',
        );
    }
  },

  ({ nodeVersion }) => fine('node-version', 'Node.js', nodeVersion, 'v20 or later'),

  ({ go, machine, platform }, plan) => {
    const { command, path } = machine.compiler;
    const check = fine('race-detector', 'race detector', 'yes', 'cgo and a C compiler');
    // On macOS it is linked without cgo since Go 1.20.
    if (go.goos === 'darwin') return check;
    const racers = plan?.legs.filter(({ race }) => race) ?? [];
    const cgo = racers.length > 0 ? racers.every((leg) => leg.cgo) : go.cgo;
    if (cgo && path !== null) return { ...check, value: `yes, with ${path}` };
    // Elsewhere programs have other names than what CC says: the go command knows better.
    if (cgo && platform !== 'linux') return check;
    const value = cgo ? `no: ${command} is not in PATH` : whyNoCgo(go, path);
    const step = cgo || path === null ? 'install a C compiler' : 'set CGO_ENABLED=1';
    const fix = `${isForeign(go, go) ? 'build for this machine' : step}, or leave the race leg out: --legs memory`;
    return lackingIf(racing(plan), { ...check, value }, 'fail', fix);
  },

  ({ go, machine }, plan) => {
    const host = `${go.hostOs}/${go.hostArch}`;
    const legs: Target[] = plan?.legs.filter((leg) => !leg.choosesTarget) ?? [
      { goos: go.goos, goarch: go.goarch, hasExec: false },
    ];
    const foreign = legs.find((leg) => isForeign(leg, go));
    const check = fine('target', 'tests are built for', host, `${host}, this machine`);
    if (foreign === undefined) return check;
    const names = machine.targetFromEnv;
    const from = names.length > 0 ? `${names.join(' and ')} in the environment` : '"go env"';
    const value = `${foreign.goos}/${foreign.goarch} (from ${from})`;
    const fix = `unset ${names.join(' and ') || 'GOOS and GOARCH with "go env -u"'}, or make it a leg of its own: env: { ${targetVariables(foreign, go)} }`;
    const starts = foreign.hasExec || runsOn(foreign, go.hostOs, go.hostArch);
    return lacking({ ...check, value }, starts ? 'warn' : 'fail', fix);
  },

  ({ machine }, plan) => {
    if (plan === null) return null;
    const longest = plan.legs.reduce<number>(
      (most, { timeoutMs }) => Math.max(most, timeoutMs === 0 ? Infinity : timeoutMs),
      0,
    );
    const value = longest === Infinity ? 'none' : formatDuration(longest);
    const check = fine('test-timeout', 'time for one package', value, 'less than the job may take');
    // GitHub ends a job of a hosted runner after six hours at the latest; an earlier end that the workflow sets is not told.
    const tooLong = machine.runner === 'github-hosted' && longest >= sixHoursMs;
    return longest === Infinity || tooLong
      ? lacking(
          check,
          'warn',
          'give --timeout: a test that hangs is then ended with all its goroutines on record, before the job is ended without',
        )
      : check;
  },

  ({ go }) =>
    go.minor >= 23
      ? fine('crash-output', 'crash text in a file of its own', 'yes', 'go1.23 or later')
      : lacking(
          fine(
            'crash-output',
            'crash text in a file of its own',
            'taken from the test output instead',
            'go1.23 or later',
          ),
          'warn',
          'use Go 1.23 or later to tell a crash from output that imitates one',
        ),

  ({ go }) =>
    go.minor >= 24
      ? fine('build-events', 'build errors as events', 'yes', 'go1.24 or later')
      : lacking(
          fine(
            'build-events',
            'build errors as events',
            'taken from the text on stderr instead',
            'go1.24 or later',
          ),
          'ok',
          'use Go 1.24 or later',
        ),
];

type Target = Pick<PlannedLeg, 'goos' | 'goarch' | 'hasExec'>;

function isForeign({ goos, goarch }: Omit<Target, 'hasExec'>, go: GoToolchain): boolean {
  return goos !== go.hostOs || goarch !== go.hostArch;
}

/** What makes a leg build for it: `GOOS: "windows"`. */
function targetVariables({ goos, goarch }: Target, go: GoToolchain): string {
  const variables = [
    ...(goos === go.hostOs ? [] : [`GOOS: ${JSON.stringify(goos)}`]),
    ...(goarch === go.hostArch ? [] : [`GOARCH: ${JSON.stringify(goarch)}`]),
  ];
  return variables.join(', ');
}

/** The go command turns cgo off by itself for another target, and where there is no C compiler. */
function whyNoCgo(go: GoToolchain, compiler: string | null): string {
  if (isForeign(go, go)) return `cgo is off for ${go.goos}/${go.goarch}, which is not this machine`;
  return compiler === null
    ? 'cgo is off or there is no C compiler'
    : 'cgo is off (CGO_ENABLED=0 in the environment or "go env")';
}

/** Programs that a machine starts although they are built for another architecture. */
const compatible = new Map([
  ['amd64', '386'],
  ['arm64', 'arm'],
]);

function runsOn({ goos, goarch }: Target, hostOs: string, hostArch: string): boolean {
  return goos === hostOs && (goarch === hostArch || compatible.get(hostArch) === goarch);
}

function more(count: number): string {
  return count > 0 ? ` and ${String(count)} more` : '';
}
