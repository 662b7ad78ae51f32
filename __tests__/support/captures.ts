import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageRun } from '../../src/report/schema.ts';
import { attemptFolder } from './attempt-records.ts';
import type { CauseCase } from './expected-causes.ts';
import { fixture } from './guarded.ts';

const maxChars = 12_000;

/** Writes what a case leaves behind to captures/CASE.txt of the fixture: input for tests of the rules. */
export function writeCapture(item: CauseCase, run: PackageRun, out: string): void {
  const attempt = attemptFolder(out, item.leg, run.package);
  const leg = join(out, 'legs', item.leg);
  const last = run.attempts.at(-1);
  const report = {
    ending: run.ending,
    exitCode: last?.exitCode ?? null,
    signal: last?.signal ?? null,
    tests: { ...run.tests, failures: run.tests.failures.map(({ test }) => test) },
  };
  const end = read(attempt, 'end.json');
  const sections: [string, string][] = [
    ['report', lines(report)],
    ['start.json', started(read(attempt, 'start.json'))],
    ['end.json', ended(end)],
    ['usage.csv', cut(read(attempt, 'usage.csv'), 600)],
    ['output', cut(read(attempt, 'output.txt') || run.output, 3000)],
    ['crash.txt', cut(read(attempt, 'crash.txt'), 3000)],
    ['watcher-kills.jsonl', cut(read(leg, 'watcher-kills.jsonl'), 2000)],
    // Without a test process the go command is who knows.
    ['go-end.json', end === '' ? ended(read(leg, 'go-end.json')) : ''],
    ['stderr.txt', end === '' ? cut(read(leg, 'stderr.txt'), 2000) : ''],
  ];
  const text = sections
    .filter(([, content]) => content.trim() !== '')
    .map(([name, content]) => `== ${name}\n${content.trimEnd()}\n`)
    .join('\n');
  const path = join(fixture('causes'), 'captures', `${item.case}.txt`);
  writeFileSync(path, normalised(text, out).slice(0, maxChars));
}

function read(folder: string, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

interface StartFile {
  limits: Record<string, { soft: number | null; hard: number | null }>;
  cgroup?: unknown;
}

/** The limits that there are, and the group. */
function started(json: string): string {
  if (json === '') return '';
  const { limits, cgroup } = JSON.parse(json) as StartFile;
  const finite = Object.entries(limits).filter(([, value]) => value.soft ?? value.hard !== null);
  return lines({ limits: Object.fromEntries(finite), ...(cgroup === undefined ? {} : { cgroup }) });
}

const unhelpful = new Set([
  'schema',
  'run',
  'record',
  'endedAt',
  'cancelledAt',
  'forwardedSignals',
]);

function ended(json: string): string {
  if (json === '') return '';
  const all = Object.entries(JSON.parse(json) as Record<string, unknown>);
  const { evidence, guard, ...kept } = Object.fromEntries(
    all.filter(([key]) => !unhelpful.has(key)),
  );
  const nested = Object.entries({ evidence, guard }).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [` ${JSON.stringify(name)}: ${lines(value, ' ')}`],
  );
  const own = lines(kept);
  return nested.length === 0 ? own : `${own.slice(0, -2)},\n${nested.join(',\n')}\n}`;
}

/** JSON with one line for each member. */
function lines(value: object, indent = ''): string {
  const members = Object.entries(value).map(
    ([key, member]) => `${indent} ${JSON.stringify(key)}: ${JSON.stringify(member)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** The head and the tail, whole lines. */
function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const head = text.slice(0, (2 * chars) / 3);
  const tail = text.slice(-chars / 3);
  return `${head.slice(0, head.lastIndexOf('\n') + 1)}...\n${tail.slice(tail.indexOf('\n') + 1)}`;
}

const hex = (count: number): string => '0123456789abcdef'.repeat(2).slice(0, count);

/** Without what belongs to this machine and this run alone. */
function normalised(text: string, out: string): string {
  return text
    .replaceAll(out, '/out')
    .replaceAll(fixture('causes'), '/src/causes')
    .replaceAll(/crash-guard-(?:test|mount)-[\w-]+/g, 'crash-guard-test')
    .replaceAll(/crash-guard-[0-9a-f]{8}\b/g, `crash-guard-${hex(8)}`)
    .replaceAll(/\bt-[0-9a-f]{32}\b/g, `t-${hex(32)}`)
    .replaceAll(/record [0-9a-f]{32}\b/g, `record ${hex(32)}`)
    .replaceAll(/go-build\d+/g, 'go-build1')
    .replaceAll(ownGroup, '/job')
    .replaceAll(ownGroup.replace(/\/[^/]*$/, '') || ownGroup, '/jobs')
    .replaceAll(tmpdir(), '/tmp')
    .replaceAll(homedir(), '/home/user');
}

/** The group in which everything here runs, which the machine's owner named. */
const ownGroup = /^\d+:memory:(.+)$/m.exec(read('/proc/self', 'cgroup'))?.[1] ?? '/no/group';
