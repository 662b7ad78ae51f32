import type { BaseEvent } from '../baseline/events.ts';

/** The job that this process is a step of, as the runner tells. */
export interface Job {
  /** `https://api.github.com` */
  apiUrl: string;
  /** `https://github.com` */
  serverUrl: string;
  /** `owner/name` */
  repository: string;
  /** The name of the workflow, and the key of the job in it. */
  workflow: string;
  job: string;
  runId: string;
  runAttempt: string;
  /** Tells the jobs of one matrix, and several steps of one job, apart: the input `key`. */
  key: string;
  event: BaseEvent | null;
  /** The commit that a check run belongs to: of a pull request its own head, not the tested merge commit. */
  headSha: string;
  /** Where the code was checked out. */
  workspace: string;
}
