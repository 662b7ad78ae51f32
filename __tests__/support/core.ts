import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { corePatternRefused, holdCorePattern, usualCorePattern } from './core-pattern.ts';
import { fixture } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';

/** Why this machine leaves no core in the folder of a process that crashes; null where it does. */
export function noCoreHere(): string | null {
  const pattern = usualCorePattern();
  if (pattern === null) return 'no Linux';
  return /^[\w.%-]+$/.test(pattern) ? null : `core_pattern is "${pattern}"`;
}

/** PATH with a dlv in it, which is fetched if need be. */
export function pathWithDelve(): string {
  const script = join(import.meta.dirname, '../../scripts/delve.sh');
  const folder = execFileSync('sh', [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return `${process.env['PATH'] ?? ''}${delimiter}${folder.trim()}`;
}

export interface Crash {
  core: string;
  crashText: string;
  /** As `go test` links it, without debug information. */
  program: string;
  /** Linked once more from the same objects, with debug information. */
  twin: string;
  /** What `go test -c` makes: its main package is compiled with debug information, which moves data. */
  compiled: string;
  /** With -ldflags=-w=0: the flags are part of the program, which moves data. */
  flagged: string;
}

/** The core of a test that dereferences nil, and its program in four forms. */
export function makeCrash(): Crash {
  const folder = tempFolder();
  const keep = script(folder, 'keep', 'cp "$1" "$KEEP" && exec "$@"');
  const relink = script(
    folder,
    'relink',
    'case $1 in */link) ;; *) exec "$@" ;; esac',
    'for word; do shift; case $word in -s | -w) ;; *) set -- "$@" "$word" ;; esac; done',
    'exec "$@"',
  );
  const build = (name: string, ...flags: string[]): string => {
    const program = join(folder, name);
    execFileSync('go', ['test', '-count=1', '-run=^$', `-exec=${keep}`, ...flags, './crashes'], {
      cwd: fixture('inspect'),
      env: { ...process.env, KEEP: program },
      stdio: 'pipe',
    });
    return program;
  };
  const program = build('program');
  const twin = build('twin', `-toolexec=${relink}`);
  const flagged = build('flagged', '-ldflags=-w=0');
  const compiled = join(folder, 'compiled');
  execFileSync('go', ['test', '-c', '-o', compiled, './crashes'], {
    cwd: fixture('inspect'),
    stdio: 'pipe',
  });

  const held = corePatternRefused() === null ? holdCorePattern() : null;
  const crash = spawnSync(
    'sh',
    ['-c', 'ulimit -c unlimited && exec "$0" -test.run=TestCrashes', program],
    {
      cwd: folder,
      env: { ...process.env, GOTRACEBACK: 'crash' },
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  held?.release();
  const core = readdirSync(folder).find((name) => /^core/.test(name));
  if (core === undefined) throw new Error(`no core: ${crash.stderr}`);
  renameSync(join(folder, core), join(folder, 'core'));
  return { core: join(folder, 'core'), crashText: crash.stderr, program, twin, compiled, flagged };
}

function script(folder: string, name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
  return path;
}
