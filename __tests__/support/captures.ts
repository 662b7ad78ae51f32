import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageRun } from '../../src/report/schema.ts';
import { attemptFolder } from './attempt-records.ts';
import type { CauseCase } from './expected-causes.ts';
import { fixture } from './guarded.ts';

const maxChars = 12_000;

/** Writes what a case leaves behind to captures/CASE.txt of the fixture: input for tests of the rules. */
export function writeCapture(item: CauseCase, run: PackageRun, out: string): void {
  const folder = attemptFolder(out, item.leg, run.package);
  const read = (name: string): string => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const last = run.attempts.at(-1);
  const facts = {
    ending: run.ending,
    exitCode: last?.exitCode ?? null,
    signal: last?.signal ?? null,
    tests: { ...run.tests, failures: run.tests.failures.map(({ test }) => test) },
  };
  const sections: [string, string][] = [
    ['report', JSON.stringify(facts, null, 1)],
    ['start.json', pretty(read('start.json'), ['limits', 'cgroup', 'oomScoreAdj'])],
    ['end.json', pretty(read('end.json'), null)],
    ['usage.csv', cut(read('usage.csv'), 600)],
    ['output', cut(read('output.txt') || run.output, 3000)],
    ['crash.txt', cut(read('crash.txt'), 3000)],
  ];
  const text = sections
    .filter(([, content]) => content.trim() !== '')
    .map(([name, content]) => `== ${name}\n${content.trimEnd()}\n`)
    .join('\n');
  const path = join(fixture('causes'), 'captures', `${item.case}.txt`);
  writeFileSync(path, normalised(text, out).slice(0, maxChars));
}

function pretty(json: string, keys: string[] | null): string {
  if (json === '') return '';
  const value = JSON.parse(json) as Record<string, unknown>;
  const kept = Object.entries(value).filter(([key]) => keys?.includes(key) ?? !unhelpful.has(key));
  return JSON.stringify(Object.fromEntries(kept), null, 1);
}

/** Random and of no use to a rule. */
const unhelpful = new Set(['schema', 'run', 'record']);

/** The head and the tail, whole lines. */
function cut(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const head = text.slice(0, (2 * chars) / 3);
  const tail = text.slice(-chars / 3);
  const headEnd = head.lastIndexOf('\n') + 1;
  return `${head.slice(0, headEnd)}...\n${tail.slice(tail.indexOf('\n') + 1)}`;
}

/** Without what belongs to this machine and this run alone. */
function normalised(text: string, out: string): string {
  return text
    .replaceAll(out, '/out')
    .replaceAll(fixture('causes'), '/src/causes')
    .replaceAll(/\/[\w./-]*\/modules\/(\w+)/g, '/src/causes/modules/$1')
    .replaceAll(/crash-guard-(?:test|mount)-[\w-]+/g, 'crash-guard-test')
    .replaceAll(/go-build\d+/g, 'go-build1')
    .replaceAll(/process_api\/[0-9a-f]+/g, 'job')
    .replaceAll(
      /crash-guard: record [0-9a-f]{32}/g,
      'crash-guard: record 0123456789abcdef0123456789abcdef',
    )
    .replaceAll(tmpdir(), '/tmp')
    .replaceAll(homedir(), '/home/user')
    .replaceAll(hostname(), 'machine');
}
