import type { DeclaredTest } from '../evidence/completeness.ts';
import { InputError, type Problem } from '../settings/input-error.ts';
import type { ListedPackage } from './go-list.ts';

/** How the agent gets into a package's test binary (docs/architecture.md has the figures). */
export type Injection =
  /** One agent package in the module, a one-line import in each test package. */
  | 'module'
  /** The whole agent as files of the external test package: standard library, read-only modules, -coverpkg. */
  | 'external'
  | 'none';

export interface PlannedPackage {
  package: string;
  dir: string;
  moduleDir: string | null;
  modulePath: string | null;
  injection: Injection;
  /** Package clause of the injected file. */
  clause: string;
  /** The package declares the name TestMain, so none may be injected. */
  testMain: boolean;
  /** How its own TestMain is changed, so that something can run around the tests; null where it cannot, or there is none. */
  around: TestMainEdits | null;
  /** The tests watch their own process, so the agent takes no samples between its first and its last. */
  quiet: boolean;
  /** Tests that this run selects. */
  declared: DeclaredTest[];
  hasTests: boolean;
}

/** What src/probe/declared found (around.go): no line moves. */
export interface TestMainEdits {
  /** Absolute path. */
  file: string;
  /** Package clause of that file. */
  clause: string;
  /** From the front to the back; offsets in bytes. */
  edits: { at: number; removed: number; text: string }[];
}

export interface InjectionRules {
  gomodcache: string;
  coverpkg: boolean;
  /** Whether `.crash-guard/agent` can exist below that module root. */
  canHostAgent: (moduleDir: string) => boolean;
  /** Whether a file that is added to the folder would be embedded somewhere, where tests may see it. */
  isEmbedded: (dir: string) => boolean;
}

export interface DeclaredPackage {
  tests: DeclaredTest[];
  testMain: boolean;
  around: TestMainEdits | null;
  quiet: boolean;
}

export function planPackage(
  listed: ListedPackage,
  found: DeclaredPackage,
  rules: InjectionRules,
): PlannedPackage {
  const hasTests = listed.testFiles.length + listed.externalTestFiles.length > 0;
  const injection = hasTests && listed.name !== '' ? chooseInjection(listed, rules) : 'none';
  const ownTests = injection === 'module' && listed.testFiles.length > 0;
  return {
    package: listed.package,
    dir: listed.dir,
    moduleDir: listed.module?.dir ?? null,
    modulePath: listed.module?.path ?? null,
    injection,
    clause: ownTests ? listed.name : `${listed.name}_test`,
    testMain: found.testMain,
    around: found.around,
    quiet: found.quiet,
    declared: found.tests,
    hasTests,
  };
}

function chooseInjection(listed: ListedPackage, rules: InjectionRules): Injection {
  // The go command refuses overlays below the module cache.
  if (isBelow(listed.dir, rules.gomodcache) || rules.isEmbedded(listed.dir)) return 'none';
  if (listed.standard || listed.module === null || rules.coverpkg) return 'external';
  return rules.canHostAgent(listed.module.dir) ? 'module' : 'external';
}

/** True when path is folder or below it; both absolute and clean. */
export function isBelow(path: string, folder: string): boolean {
  return (
    folder !== '' &&
    (path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
  );
}

/** Throws InputError for patterns that name nothing: a mistyped package must not look like a passed one. */
export function checkListed(
  packages: readonly ListedPackage[],
  patterns: readonly string[],
  where: string,
): void {
  const problems: Problem[] = [];
  for (const listed of packages) {
    if (listed.error === null || listed.files > 0) continue;
    problems.push({
      where,
      what: `${listed.package}: ${listed.error}`,
      fix: 'name packages that exist, relative to --dir (working-directory); "go list" shows them',
    });
  }
  if (packages.length === 0) {
    problems.push({
      where,
      what: `${patterns.join(' ')} matches no packages`,
      fix: 'check --dir (working-directory) and the pattern; "go list ./..." shows what there is',
    });
  }
  if (problems.length > 0) throw new InputError(problems);
}
