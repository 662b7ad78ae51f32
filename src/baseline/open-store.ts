import type { Environment, RunCommand } from '../machine/command.ts';
import type { BaselineChoice } from '../settings/heap.ts';
import { fileStore } from './file-store.ts';
import { gitStore } from './git-store.ts';
import type { BaselineStore } from './store.ts';

export interface StoreSurroundings {
  run: RunCommand;
  env: Environment;
  /** Any folder of the repository. */
  directory: string;
  /** The remote that holds the records; null for the local repository. */
  remote: string | null;
  token: string | null;
}

/** The store that the settings name; null where nothing is kept. Nothing is looked at before it is used. */
export function openStore(choice: BaselineChoice, where: StoreSurroundings): BaselineStore | null {
  switch (choice.kind) {
    case 'git':
      return gitStore(where);
    case 'file':
      return fileStore(choice.path);
    case 'none':
      return null;
  }
}
