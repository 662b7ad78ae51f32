import { parentPort, workerData } from 'node:worker_threads';
import type { ForeignTask } from './github/foreign-report.ts';
import { foreignComment } from './render/foreign-comment.ts';

// A thread of its own for one report that may be made to take all memory and time.

const { zip, page } = workerData as ForeignTask;
parentPort?.postMessage(await foreignComment(zip, page));
