// The module that grows: a commit with records, and children of it with a change.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardedRun } from './guarded-run.mjs';
import { apply } from './injection.mjs';
import { repositoryOf } from './repository.mjs';

/**
 * A repository whose last commit has a record, and a way to measure a child of it.
 * @param {{ cli: string, shop: string, records: number, settings?: string }} how
 */
export function shopWithRecords({ cli, shop, records, settings = '' }) {
  const repository = repositoryOf(shop);
  const { folder, git, commit, remove } = repository;
  const run = (/** @type {string[]} */ args) =>
    guardedRun({ cli, folder, out: join(folder, '../out'), args });
  try {
    writeFileSync(join(folder, '.crash-guard.yml'), settings);
    for (let number = 1; number < records; number++) {
      commit(`Record ${number}`);
      run(['--fresh']);
    }
    const base = commit('Base');
    return {
      measured: run(['--fresh']),
      /**
       * @param {{ id: string, edits: import('./injection.mjs').Edit[] }} change
       * @param {string[]} args
       */
      measureWith: ({ id, edits }, args = []) => {
        git('reset', '--quiet', '--hard', base);
        apply(folder, edits);
        commit(id);
        return run(args);
      },
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
