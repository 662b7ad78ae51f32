import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRepository, plainGit } from './git-repository.ts';
import { fixture, run } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';

export interface TroubledShop {
  /** The repository, at the commit that was tested last. */
  directory: string;
  /** The run folder of the second commit, in which the store allocates more. */
  out: string;
}

/** Runs the memory leg of the shop at two commits below a ceiling that its importer does not fit under. */
export async function troubledShop(): Promise<TroubledShop> {
  const { directory, git } = newRepository();
  const out = tempFolder();
  const config = join(tempFolder(), 'config.yml');
  writeFileSync(config, 'heap: {confirm: off}\n');
  cpSync(fixture('shop'), directory, { recursive: true });
  const place = { cwd: directory, env: plainGit };
  const options = ['--legs', 'memory', '--config', config, '--core-dumps', 'off', '--out', out];
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  commit('a shop');
  // What is compiled now needs no room below the ceiling.
  await run(['run', '--memory-limit', 'off', ...options, './store'], place);
  const all = ['./...', '--', '-run=^$'];
  await run(['run', '--memory-limit', 'off', '--baseline', 'none', ...options, ...all], place);
  writeFileSync(join(directory, 'store/size.go'), 'package store\n\nconst perOrder = 512\n');
  commit('a larger index');
  await run(
    // With tests that never ran, too.
    [
      ...['run', '--memory-limit', '400MiB', '--fresh', '--attempts', '1', ...options, './...'],
      ...['--', '-p=1'],
    ],
    place,
  );
  return { directory, out };
}
