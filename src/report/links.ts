/**
 * Where a reader finds more. Addresses are made by us or come from GitHub's own answers, never from a test, an artifact or an event's
 * free text.
 */
export interface Links {
  /** The workflow run: `https://github.com/OWNER/REPO/actions/runs/1/attempts/1`. */
  run: string | null;
  /** The artifact that holds report.html, report.json and the other pages. */
  report: string | null;
  /** The tested tree, to which `/PATH#L12` can be added: `https://github.com/OWNER/REPO/blob/SHA`. */
  source: string | null;
  /** Further artifacts, as they were uploaded. */
  artifacts: readonly { name: string; url: string | null; bytes: number }[];
}

export const noLinks: Links = { run: null, report: null, source: null, artifacts: [] };
