import { Buffer } from 'node:buffer';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { splitBuildText } from '../../gotest/build-text.ts';
import { uninterrupted } from '../../machine/command.ts';
import type { ListedPackage } from '../../plan/go-list.ts';
import { isBelow } from '../../plan/plan.ts';
import { formatDuration } from '../../settings/duration.ts';
import { joinQuotedWords } from '../../settings/quoted-words.ts';
import type { Analysis } from './analyse.ts';
import type { AuditPorts, AuditRequest } from './request.ts';

// What `audit start` writes for each test binary (src/probe/audit/start.go).
const startRecordSchema = z.object({
  directory: z.string(),
  ending: z.enum(['exited', 'signaled', 'stuck', 'not-started']),
  exitCode: z.int(),
  signal: z.string(),
  elapsedMs: z.number(),
  packages: z.array(
    z.object({
      package: z.string(),
      atMs: z.number(),
      clockMs: z.number(),
      bytes: z.number(),
      allocs: z.number(),
    }),
  ),
  omitted: z.int(),
  said: z.string(),
});

export type StartRecord = z.infer<typeof startRecordSchema>;

export interface Started {
  records: StartRecord[];
  /** What the compiler or linker said, by package. */
  buildText: ReadonlyMap<string, string>;
  gaps: string[];
}

/** One test binary may take so long until main. */
const startLimit = '20s';
const allStartsMs = 1_800_000;
const maxRecordBytes = 8 << 20;

/** What a start adds to the user's own overlay. */
interface StartRequest {
  program: string;
  named: readonly ListedPackage[];
  patterns: readonly string[];
  userOverlay: Readonly<Record<string, string>>;
  testMains: Analysis['testMains'];
  /** Of what lies there, the go command lets nothing be replaced. */
  gomodcache: string;
}

/** Has go test build and start the test binary of every package; none of them runs a test or TestMain. */
export async function startAll(
  request: AuditRequest,
  ports: AuditPorts,
  start: StartRequest,
): Promise<Started> {
  const folder = join(ports.scratch, 'starts');
  await mkdir(folder);
  const overlay = join(ports.scratch, 'start-overlay.json');
  await writeFile(overlay, JSON.stringify({ Replace: await startOverlay(start, ports.scratch) }));
  const exec = joinQuotedWords([start.program, 'start', folder, startLimit]);
  if (exec === null) throw new Error(`the go command cannot be told of ${start.program}`);
  const args = [
    'test',
    `-exec=${exec}`,
    `-overlay=${overlay}`,
    '-run=^$',
    '-vet=off',
    '-count=1',
    ...request.flags.planWords,
    ...start.patterns,
  ];
  const { directory } = request;
  const begin = performance.now();
  const options = { cwd: directory, env: ports.env, timeoutMs: allStartsMs };
  const result = await ports.run('go', args, options);
  const inTime = performance.now() - begin < allStartsMs;
  const ended = inTime ? uninterrupted('starting the test binaries', result) : null;
  return {
    records: await readRecords(folder),
    buildText: splitBuildText(ended?.kind === 'exited' ? ended.stderr : ''),
    gaps: inTime ? [] : [`not everything was started in ${formatDuration(allStartsMs)}`],
  };
}

/**
 * Main of a test binary calls TestMain, which may do anything: it gets another name. A package without tests gets an empty test
 * file, because only go test makes a program of any package.
 */
async function startOverlay(start: StartRequest, scratch: string): Promise<Record<string, string>> {
  const replace: Record<string, string> = { ...start.userOverlay };
  const isFixed = (path: string): boolean => isBelow(path, start.gomodcache);
  for (const [number, { file, offset }] of start.testMains.entries()) {
    if (isFixed(file)) continue;
    const source = await readFile(replace[file] ?? file);
    const path = join(scratch, `test-main-${String(number)}.go`);
    const rest = source.subarray(offset + 'TestMain'.length);
    const name = Buffer.from('testMainThatIsNotCalled');
    await writeFile(path, Buffer.concat([source.subarray(0, offset), name, rest]));
    replace[file] = path;
  }
  for (const { dir, name, testFiles, externalTestFiles } of start.named) {
    const hasTests = testFiles.length + externalTestFiles.length > 0;
    if (hasTests || dir === '' || name === '' || isFixed(dir)) continue;
    const path = join(scratch, `empty-${name}_test.go`);
    await writeFile(path, `package ${name}\n`);
    replace[join(dir, 'zz_crash_guard_audit_test.go')] = path;
  }
  return replace;
}

async function readRecords(folder: string): Promise<StartRecord[]> {
  const records: StartRecord[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).size > maxRecordBytes) continue;
    try {
      records.push(startRecordSchema.parse(JSON.parse(await readFile(path, 'utf8'))));
    } catch {
      // One that was stopped while it wrote; its package counts as not started.
    }
  }
  return records;
}
