import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { relativeTo, type Frame } from '../../crash/frame.ts';
import { inspectGo, type GoToolchain } from '../../machine/go-toolchain.ts';
import type { ListedPackage } from '../../plan/go-list.ts';
import { auditKinds } from '../../report/audit-kinds.ts';
import type { Audit, AuditedPackage, AuditFinding } from '../../report/audit.ts';
import { readUserOverlay } from '../../run/plan-legs.ts';
import { parseGoTestFlags } from '../../settings/go-test-flags.ts';
import { splitQuotedWords } from '../../settings/quoted-words.ts';
import { analyse, buildAnalyser, type Analysis } from './analyse.ts';
import { costs } from './costs.ts';
import { listAudited } from './listing.ts';
import type { AuditPorts, AuditRequest } from './request.ts';
import { startAll, type Started } from './start.ts';
import { starts } from './starts.ts';

/**
 * What packages do before main: what their sources tell, and, unless the request forbids it, what a start of their test binaries
 * costs. Throws InputError for a folder or packages that cannot be used.
 */
export async function audit(request: AuditRequest, ports: AuditPorts): Promise<Audit> {
  const { directory } = request;
  const go = await inspectGo(ports.run, directory, ports.env);
  const userOverlay = await readUserOverlay(overlayOf(request, go), directory);
  const overlay = await writeOverlay(userOverlay, ports.scratch);
  const { patterns, named, text } = await listAudited(request, overlay, ports, go);
  const program = await buildAnalyser(ports, go);
  const analysis = await analyse(program, text, overlay, ports);
  const { testMains } = analysis;
  const { gomodcache } = go;
  const toStart = { program, named, patterns, userOverlay, testMains, gomodcache };
  const started = request.start ? await startAll(request, ports, toStart) : null;
  return compose(request, go, named, analysis, started);
}

/** GOFLAGS may name an overlay too; the command line outdoes it. */
function overlayOf({ flags }: AuditRequest, go: GoToolchain): string | null {
  if (flags.overlay !== null) return flags.overlay;
  const split = splitQuotedWords(go.goflags);
  return 'problem' in split ? null : parseGoTestFlags(split.words, 'GOFLAGS').flags.overlay;
}

async function writeOverlay(
  replace: Readonly<Record<string, string>>,
  scratch: string,
): Promise<string> {
  if (Object.keys(replace).length === 0) return '';
  const path = join(scratch, 'overlay.json');
  await writeFile(path, JSON.stringify({ Replace: replace }));
  return path;
}

function compose(
  { directory }: AuditRequest,
  go: GoToolchain,
  named: readonly ListedPackage[],
  analysis: Analysis,
  started: Started | null,
): Audit {
  const byFolder = new Map(named.map((listed) => [listed.dir, listed.package]));
  const packageOf = (folder: string): string | null => byFolder.get(folder) ?? null;
  const costOf = costs(started?.records ?? [], packageOf);
  const analysed = new Set(analysis.packages.map((one) => one.package));
  const packages: AuditedPackage[] = analysis.packages.map((one) => ({
    ...one,
    cost: costOf.get(one.package) ?? null,
    findings: one.findings.map((finding) => toFinding(finding, [directory, go.gomodcache])),
  }));
  for (const [name, cost] of costOf) {
    if (analysed.has(name)) continue;
    packages.push({
      package: name,
      role: 'standard',
      cost,
      findings: [],
      omitted: 0,
      problems: [],
    });
  }
  const own = (one: AuditedPackage): number => (one.role === 'own' ? 0 : 1);
  const initMs = ({ cost }: AuditedPackage): number => cost?.initMs ?? -1;
  return {
    directory,
    go: go.version,
    named: named.map((listed) => listed.package),
    packages: packages.sort(
      (a, b) => own(a) - own(b) || initMs(b) - initMs(a) || (a.package < b.package ? -1 : 1),
    ),
    starts: started === null ? [] : starts(named, started, directory),
    gaps: started?.gaps ?? ['nothing was started, so what initialisation costs is not known'],
  };
}

function toFinding(
  finding: Analysis['packages'][number]['findings'][number],
  folders: readonly string[],
): AuditFinding {
  const { kind, conditional } = finding;
  // A panic that depends on something is how most functions refuse what cannot be.
  const level = kind === 'panic' && conditional ? 'note' : auditKinds[kind].level;
  const below = <T extends Frame>(frame: T): T =>
    folders.reduce((named, folder) => relativeTo(folder, named), frame);
  const { file } = below({ ...finding, function: '' });
  return { ...finding, level, file, chain: finding.chain.map(below) };
}
