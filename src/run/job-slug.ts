import { createHash } from 'node:crypto';

/** One use of the action: the name of the workflow, the key of the job in it, and what tells its matrix and its steps apart. */
interface Use {
  workflow: string;
  job: string;
  key: string;
}

const maxJobChars = 40;

/**
 * Names one use of the action in a repository's workflows: in the marker of its comment, in its check run and in the names of its
 * artifacts. Letters, digits, `_` and `-` only: `test-3f2c1a9e`.
 */
export function jobSlug({ workflow, job, key }: Use): string {
  const hash = createHash('sha256').update([workflow, job, key].join('\0')).digest('hex');
  const name = job.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, maxJobChars) || 'job';
  return `${name}-${hash.slice(0, 8)}`;
}

export const slugPattern = /^[A-Za-z0-9_-]{1,40}-[0-9a-f]{8}$/;

/** The job and the values of its matrix, or its key: `test, ubuntu-latest, 1.24`. Two jobs of a workflow never have the same. */
export function jobTitle({ job, key }: Pick<Use, 'job' | 'key'>): string {
  const words = key.split('\n').flatMap((part) => matrixValues(part) ?? [part]);
  return [job, ...words]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, 100);
}

function matrixValues(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return Object.values(value).flatMap((one: unknown) =>
      typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
        ? [String(one)]
        : [],
    );
  } catch {
    return null;
  }
}
