import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { gitStore, type GitStoreOptions } from '../../src/baseline/git-store.ts';
import { recordPath } from '../../src/baseline/layout.ts';
import { encodeRecord } from '../../src/baseline/records.ts';
import type { BaselineStore, StoreFile } from '../../src/baseline/store.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { sampleRecord } from './baseline-records.ts';
import { gitRepository, newRepository, plainGit, type GitRepository } from './git-repository.ts';

/** Runs real commands. */
export const realRun = commandRunner(new AbortController().signal);

/** A bare repository, as a server has it; it cleans up nothing by itself, so that no process outlives the test. */
export function bareRepository(): GitRepository {
  const bare = gitRepository();
  bare.git('init', '--quiet', '--bare', '--initial-branch=main');
  bare.git('config', 'receive.autogc', 'false');
  return bare;
}

/** A repository with one commit and `origin`. */
export function cloneOf(remote: GitRepository): GitRepository {
  const clone = newRepository();
  clone.git('remote', 'add', 'origin', remote.directory);
  clone.commit('main.go', 'package main\n');
  return clone;
}

export function storeIn(
  repository: GitRepository,
  options: Partial<GitStoreOptions> = {},
): BaselineStore {
  return gitStore({
    run: realRun,
    env: plainGit,
    directory: repository.directory,
    remote: 'origin',
    token: null,
    ...options,
  });
}

/** The file of a package at the commit with that number. */
export function recordFile(commit: number, name = 'store'): StoreFile {
  const record = sampleRecord(commit, { package: `example.com/shop/${name}` });
  return { path: recordPath(record.key, record.commit), bytes: encodeRecord(record) };
}

/** The sorted paths that a store lists; it must be readable. */
export async function pathsOf(store: BaselineStore): Promise<string[]> {
  const listed = await store.list();
  expect(listed).toMatchObject({ kind: 'paths' });
  return listed.kind === 'paths' ? listed.paths : [];
}

/** The text that a store keeps at a path; null for none. */
export async function textOf(store: BaselineStore, path: string): Promise<string | null> {
  const read = await store.read([path]);
  expect(read).toMatchObject({ kind: 'files' });
  const bytes = read.kind === 'files' ? read.files.get(path) : undefined;
  return bytes === undefined ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** A hook of the server, a shell script. */
export function serverHook(repository: GitRepository, name: string, script: string): void {
  const path = join(repository.directory, 'hooks', name);
  writeFileSync(path, `#!/bin/sh\n${script}`);
  chmodSync(path, 0o755);
}
