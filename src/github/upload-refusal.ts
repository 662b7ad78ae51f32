import { oneLine } from '../report/format.ts';
import { Refused } from './api-call.ts';

// Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run
const nameTaken = /\(409\)|already exists/;
// Failed to CreateArtifact: Unable to make request: ECONNRESET
const networkFailure = /Unable to make request/;

/** What the artifact service and its client say, and what to do; the first row that matches. */
const advice: readonly { says: RegExp; fix: string }[] = [
  {
    says: nameTaken,
    fix: 'another step of this workflow run has used its name: give each step an input "key" of its own',
  },
  {
    // Artifact storage quota has been hit. Unable to upload any new artifacts.
    says: /quota|insufficient usage/i,
    fix: 'the storage for artifacts is used up: delete old ones, or set the input "retention-days" to less',
  },
  {
    // Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: ...
    says: /\((?:401|403)\)/,
    fix: 'the job may not upload artifacts: look at the Actions settings of the repository and its organization',
  },
  {
    says: networkFailure,
    fix: 'the runner does not reach the storage for artifacts: open its network for it (on a self-hosted runner), or run the job again',
  },
  { says: /(?:)/, fix: 'run the job again; everything lies in the run folder too' },
];

export function uploadRefusal(name: string, error: unknown): Refused {
  const said = oneLine(textOf(error), 160);
  const fix = advice.find(({ says }) => says.test(said))?.fix ?? '';
  return new Refused(`artifact ${name} was not uploaded (${said}); ${fix}`);
}

export function isNetworkFailure(error: unknown): boolean {
  return networkFailure.test(textOf(error));
}

export function isNameTaken(error: unknown): boolean {
  return nameTaken.test(textOf(error));
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}
