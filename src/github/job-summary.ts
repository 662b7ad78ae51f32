import { Buffer } from 'node:buffer';
import { summary } from '@actions/core';

/** GitHub drops a whole summary above 1 MiB a step; some of it is left for others in the same step. */
const maxSummaryBytes = 900 * 1024;

/** Adds Markdown to the job summary. A failure is returned as text: a broken summary never changes a verdict. */
export async function writeJobSummary(markdown: string): Promise<string | null> {
  try {
    await summary.addRaw(withinBytes(markdown, maxSummaryBytes)).write();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Cuts at a line end, so that no table row or fence is half there. */
export function withinBytes(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
  const rest = '\n\nThe rest is in summary.md of the run folder.\n';
  const room = Math.max(0, maxBytes - rest.length);
  const head = Buffer.from(markdown).subarray(0, room).toString('utf8');
  return `${head.slice(0, head.lastIndexOf('\n'))}${rest}`;
}
