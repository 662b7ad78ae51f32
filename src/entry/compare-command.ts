import { decisiveAttempt } from '../report/decisive-attempt.ts';
import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { quoted } from '../bundle/shell.ts';
import { compareHeapProfiles } from '../heap/compare/compare-profiles.ts';
import { compareReports, type ReportRules } from '../heap/compare/compare-reports.ts';
import type { HeapPlaces } from '../heap/heap-places.ts';
import { findModules } from '../machine/go-modules.ts';
import { renderComparison } from '../render/comparison.ts';
import type { Page } from '../render/inspection-page.ts';
import { differenceLines } from '../render/profile-difference.ts';
import type { Comparison, PackageComparison } from '../report/comparison-schema.ts';
import { InputError } from '../settings/input-error.ts';
import { readSide, type ComparedSide } from './compared-side.ts';
import { definedOnly } from './defined-only.ts';
import { exitCodes } from './exit-code.ts';
import { loadSettings } from './load-settings.ts';

export interface CompareFlags {
  dir?: string;
  config?: string;
  threshold?: string;
  json?: true;
}

const shownFunctions = 20;

/** What `compare` prints, and the exit code: 1 where something grew that may not. Throws an InputError. */
export async function compareCommand(
  [baseName, headName]: readonly [string, string],
  flags: CompareFlags,
  cwd: string,
  page: Page,
): Promise<{ text: string; code: number }> {
  const { heap, directory } = await loadSettings({
    cwd,
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    layer: {
      values: definedOnly({ 'heap-threshold': flags.threshold }),
      where: () => '--threshold',
    },
  });
  const rules: ReportRules = { settings: heap, today: new Date().toISOString().slice(0, 10) };
  const read = await Promise.all([readSide(baseName, cwd), readSide(headName, cwd)]);
  const problems = read.flatMap((side) => (side.kind === 'problem' ? [side.problem] : []));
  if (problems.length > 0) throw new InputError(problems);
  const [base, head] = read as [ComparedSide, ComparedSide];
  if (base.kind === 'report' && head.kind === 'report') {
    const compared = compareReports(base, head, rules);
    const comparison = await withCommands(compared, base, head, cwd);
    const text = renderComparison(comparison, page.paint);
    return result(flags, comparison, comparison, text);
  }
  if (base.kind === 'report' || head.kind === 'report')
    throw new InputError([
      {
        where: headName,
        what: `${kindText(base)} cannot be compared with ${kindText(head)}`,
        fix: 'name two reports, two run folders or two heap profiles',
      },
    ]);
  const compared = compareHeapProfiles(base, head, rules, (name) => placesOf(name, directory));
  if (compared.kind === 'refused')
    throw new InputError([
      {
        where: compared.name,
        what: compared.because,
        fix: 'name two heap profiles, such as go test -memprofile writes',
      },
    ]);
  const { comparison, differences } = compared;
  const lines = differences
    .filter(({ sampleType }) => sampleType !== 'inuse_objects')
    .flatMap((difference) => ['', ...differenceLines(difference, shownFunctions, page)]);
  const text = `${renderComparison(comparison, page.paint)}${lines.join('\n')}\n`;
  return result(flags, comparison, { ...comparison, differences }, text);
}

function result(
  flags: CompareFlags,
  { status }: Comparison,
  printed: object,
  text: string,
): { text: string; code: number } {
  return {
    text: flags.json === true ? `${JSON.stringify(printed, null, 2)}\n` : text,
    code: status === 'fail' ? exitCodes.fail : exitCodes.pass,
  };
}

function kindText(side: ComparedSide): string {
  return side.kind === 'report' ? 'a report' : 'a heap profile';
}

/** Where the code of a package lies, in the checkout of a folder. */
function placesOf(name: string, directory: string): HeapPlaces {
  const { root, modules } = findModules(directory);
  const module = modules
    .filter(({ path }) => name === path || name.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return {
    package: name,
    modulePath: module?.path ?? null,
    moduleDirectory: module === undefined ? '' : join(root, module.directory),
    repositoryDirectory: root,
  };
}

type ReportSide = Extract<ComparedSide, { kind: 'report' }>;

/** Adds the command that shows more, where both run folders have the profile of what changed. */
async function withCommands(
  comparison: Comparison,
  base: ReportSide,
  head: ReportSide,
  cwd: string,
): Promise<Comparison> {
  const command = async (item: PackageComparison): Promise<string | null> => {
    const [from, to] = await Promise.all([
      profileOf(base, item.renamedFrom ?? item.package, item.leg),
      profileOf(head, item.package, item.leg),
    ]);
    if (from === null || to === null) return null;
    const type = item.why?.metric === 'inuseBytes' ? 'inuse_space' : 'alloc_space';
    const path = (profile: string): string => shellWord(relative(cwd, profile));
    return `go tool pprof -sample_index=${type} -diff_base=${path(from)} -top ${path(to)}`;
  };
  const packages = await Promise.all(
    comparison.packages.map(async (item) =>
      item.why === null ? item : { ...item, why: { ...item.why, command: await command(item) } },
    ),
  );
  return { ...comparison, packages };
}

async function profileOf(side: ReportSide, name: string, leg: string): Promise<string | null> {
  const run = side.report.packages.find((item) => item.package === name && item.leg === leg);
  const profile = (run === undefined ? undefined : decisiveAttempt(run))?.profile;
  if (side.out === null || profile === undefined) return null;
  const path = join(side.out, profile);
  return access(path).then(
    () => path,
    () => null,
  );
}

function shellWord(text: string): string {
  return /^[\w./+=@-]+$/.test(text) ? text : quoted(text);
}
