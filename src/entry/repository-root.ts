import { resolve } from 'node:path';

/** The root of the repository: so many folders above the folder of the run as its path from there has names. */
export function repositoryRoot(directory: string, below: string | undefined): string {
  const names = (below ?? '').split('/').filter((name) => name !== '');
  return resolve(directory, ...names.map(() => '..'));
}
