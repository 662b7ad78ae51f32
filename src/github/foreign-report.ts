import { Worker } from 'node:worker_threads';
import { formatBytes } from '../report/format.ts';
import type { CommentPage } from '../render/comment.ts';
import type { ForeignComment } from '../render/foreign-comment.ts';

/** What the thread is given. */
export interface ForeignTask {
  zip: Uint8Array;
  page: CommentPage;
}

/** Makes the comment of a packed report. Never throws. */
export type ForeignReader = (task: ForeignTask) => Promise<ForeignComment>;

export interface ForeignLimits {
  maxHeapMiB: number;
  maxMs: number;
}

/** A report of 60 MB takes seconds, and some hundred MiB. Ten that take all of it leave time within the ten minutes of the recipe. */
const foreignLimits: ForeignLimits = { maxHeapMiB: 1024, maxMs: 30_000 };

/** Reads each report in a thread of its own, so that one that takes too much ends that thread only. */
export function foreignReader(thread: URL, limits: ForeignLimits = foreignLimits): ForeignReader {
  return (task) =>
    new Promise((resolve) => {
      const refuse = (because: string): void => {
        resolve({ kind: 'refused', because });
      };
      const worker = new Worker(thread, {
        ...{ workerData: task, env: {}, execArgv: [] },
        resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMiB },
      });
      const deadline = setTimeout(() => {
        refuse(`it takes too much to read: more than ${String(limits.maxMs / 1000)} s`);
        void worker.terminate();
      }, limits.maxMs);
      worker.on('message', (comment: ForeignComment) => {
        resolve(comment);
      });
      worker.on('error', (error) => {
        refuse(becauseOf(error, limits));
      });
      worker.on('exit', () => {
        clearTimeout(deadline);
        refuse('it takes too much to read: its thread ended early');
      });
    });
}

function becauseOf(error: unknown, { maxHeapMiB }: ForeignLimits): string {
  if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `it takes too much to read: more than ${formatBytes(maxHeapMiB << 20)} of memory`;
  return `it cannot be read: ${error instanceof Error ? error.message : 'its thread failed'}`;
}
