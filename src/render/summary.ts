import { Buffer } from 'node:buffer';
import { noLinks, type Links } from '../report/links.ts';
import type { Report } from '../report/schema.ts';
import { furtherSections, mainSections, told } from './story.ts';

/** GitHub drops a whole summary above 1 MiB a step; some of it is left for others in the same step. */
const room = { limit: 900 * 1024, size: (text: string): number => Buffer.byteLength(text) };
const extent = { lines: 6000, details: 300 };
const maxCharts = 3;

/** The Report as Markdown for a job summary, 900 KiB at most. */
export function renderSummary(report: Report, links: Links = noLinks): string {
  const telling = { report, links, extent, charts: maxCharts };
  return told([...mainSections(telling, null), ...furtherSections(telling)], room);
}
