import { cpSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundled } from './bundle.ts';
import { tempFolder } from './temp-folder.ts';

const root = join(import.meta.dirname, '../..');

let ownAction: string | null = null;

/** This action as a user's workflow gets it: action.yml and what is bundled of the sources as they are now. */
function actionFolder(): string {
  if (ownAction !== null) return ownAction;
  const folder = tempFolder();
  cpSync(dirname(bundled('action.js')), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'action.yml'), join(folder, 'action.yml'));
  return (ownAction = folder);
}

/** `actions/setup-go@v6=FOLDER`: actions that are used are on this machine. Go and Node are there already. */
export function localActions(workflow: string): string[] {
  const used = [...workflow.matchAll(/uses:\s*(?<action>[\w-]+\/(?<name>[\w-]+)@[\w.-]+)/g)];
  return used.flatMap(({ groups: { action = '', name = '' } = {} }) => {
    if (name === 'go-crash-guard') return [`${action}=${actionFolder()}`];
    if (name === 'checkout') return [];
    if (name === 'setup-go') return [`${action}=${nothing()}`];
    throw new Error(`${action} is not on this machine`);
  });
}

function nothing(): string {
  const folder = tempFolder();
  const steps = 'runs:\n  using: composite\n  steps:\n    - run: go version\n      shell: sh\n';
  writeFileSync(join(folder, 'action.yml'), `name: nothing\ndescription: nothing\n${steps}`);
  return folder;
}
