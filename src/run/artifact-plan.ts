import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { evidenceArtifactName, reportArtifactName, type ArtifactOrigin } from './artifact-name.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import type { Publishing } from '../settings/publishing.ts';
import { withinLimits, type ArtifactLimits } from './artifact-bounds.ts';
import { artifactFiles, type ArtifactFile } from './artifact-files.ts';
import { attemptFolders } from './attempt-folders.ts';
import { evidenceEntries } from './evidence-paths.ts';
import { layout } from './layout.ts';

export interface PlannedArtifact {
  name: string;
  /** Absolute, all below `root`. */
  files: string[];
  /** The run folder: the files of all artifacts fit together again. */
  root: string;
  /** Before they are packed. */
  bytes: number;
  /** 0 where most of it is packed already. */
  compressionLevel: number;
}

export interface RunFolderOrigin extends ArtifactOrigin {
  /** The run folder. */
  out: string;
}

export interface EvidenceRequest extends RunFolderOrigin {
  report: Pick<Report, 'packages' | 'legs' | 'comparison'>;
  publishing: Pick<Publishing['artifacts'], 'kinds' | 'passing'>;
}

const GiB = 1024 ** 3;
/** A core and its binary have some hundred MiB; more takes longer to upload than anybody waits for a verdict. */
const evidenceLimits: ArtifactLimits = { maxBytes: 2 * GiB, maxFiles: 5000 };
const reportLimits: ArtifactLimits = { maxBytes: GiB / 4, maxFiles: 200 };

interface Bounded {
  planned: PlannedArtifact;
  /** What was too much, for a person. */
  leftOut: string[];
}

const reportEntries = ['report.json', 'report.html', 'junit.xml', 'summary.md', 'heap'];

/** The Report and its pages, as they lie in the run folder now. */
export async function planReport(request: RunFolderOrigin): Promise<Bounded> {
  const { out } = request;
  const files = await Promise.all(reportEntries.map((name) => artifactFiles(out, join(out, name))));
  return bounded(out, reportArtifactName(request), files.flat(), reportLimits);
}

/** What packages left that did not pass or that grew, by policy: an artifact for each leg that has any. */
export async function planEvidence(
  request: EvidenceRequest,
  limits = evidenceLimits,
): Promise<{ planned: PlannedArtifact[]; leftOut: string[] }> {
  const { out, report } = request;
  const files = await evidenceFiles(request);
  const plans: Bounded[] = [];
  for (const { name } of report.legs) {
    const ofLeg = files.get(name) ?? [];
    if (ofLeg.length > 0)
      plans.push(bounded(out, evidenceArtifactName(name, request), ofLeg, limits));
  }
  return {
    planned: plans.map(({ planned }) => planned),
    leftOut: plans.flatMap(({ leftOut }) => leftOut),
  };
}

/** By leg. */
async function evidenceFiles(request: EvidenceRequest): Promise<Map<string, ArtifactFile[]>> {
  const { out, publishing } = request;
  const { kinds } = publishing;
  const found = new Map<string, ArtifactFile[]>();
  if (kinds.length === 0) return found;
  const legs = new Map(wantedRuns(request).map((run) => [folderOf(out, run), run.leg]));
  for (const attempt of await attemptFolders(out)) {
    const leg = legs.get(dirname(attempt));
    if (leg === undefined) continue;
    const names = (await readdir(attempt).catch((): string[] => [])).sort();
    const files = found.get(leg) ?? [];
    for (const entry of evidenceEntries(names, kinds))
      files.push(...(await artifactFiles(out, join(attempt, entry))));
    found.set(leg, files);
  }
  await addFuzzInputs(request, found);
  return found;
}

/** The inputs that fuzz targets failed with, whatever kinds are wanted: they are small, and nothing else brings the failure back. */
async function addFuzzInputs(
  { out, report }: EvidenceRequest,
  found: Map<string, ArtifactFile[]>,
): Promise<void> {
  for (const { leg, fuzz = [] } of report.packages)
    for (const { failing } of fuzz) {
      if (failing === null) continue;
      const files = await artifactFiles(out, join(out, failing.path));
      if (files.length > 0) found.set(leg, [...(found.get(leg) ?? []), ...files]);
    }
}

function folderOf(out: string, run: PackageRun): string {
  return layout.package(out, run.leg, run.package);
}

/** What did not pass or grew, or all of them. */
function wantedRuns({ report, publishing }: EvidenceRequest): PackageRun[] {
  const grown = new Set(
    (report.comparison?.packages ?? [])
      .filter(({ verdict }) => verdict !== 'same' && verdict !== 'improved')
      .map((one) => `${one.leg} ${one.package}`),
  );
  return report.packages.filter(
    (run) =>
      publishing.passing ||
      (run.ending !== 'passed' && run.ending !== 'no-tests') ||
      grown.has(`${run.leg} ${run.package}`),
  );
}

function bounded(
  out: string,
  name: string,
  candidates: readonly ArtifactFile[],
  limits: ArtifactLimits,
): Bounded {
  const { files, leftOut } = withinLimits(name, candidates, limits);
  const bytes = sum(files);
  const packed = sum(files.filter(isPacked));
  return {
    planned: {
      ...{ name, bytes, files: files.map(({ path }) => path) },
      root: out,
      compressionLevel: packed * 2 > bytes ? 0 : 6,
    },
    leftOut,
  };
}

function isPacked({ name }: ArtifactFile): boolean {
  return /\.(?:zst|gz|pprof)$/.test(name);
}

function sum(files: readonly ArtifactFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
