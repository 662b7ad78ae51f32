import type { Links } from '../../report/links.ts';
import type { Report } from '../../report/schema.ts';
import type { HistoryPicture } from '../heap-page/history-chart.ts';
import type { FlamePicture } from '../html/flame-section.ts';
import type { Markup } from '../html/markup.ts';
import type { TimelinePicture } from '../html/timeline-chart.ts';
import type { SourceText } from './source-text.ts';

/** A package of a leg, and what is drawn of it. */
export interface Drawn<T> {
  package: string;
  leg: string;
  picture: T;
}

export interface ReportPage {
  report: Report;
  links: Links;
  sources: SourceText;
  /** The flame graphs that there is room for, most telling first; and how many packages with a profile have none. */
  flames: readonly Drawn<Extract<FlamePicture, { kind: 'graph' }>>[];
  flamesLeft: number;
  /** Memory of packages over time, most telling first. */
  timelines: readonly Drawn<TimelinePicture>[];
  timelinesLeft: number;
  /** Earlier figures of packages that changed. */
  histories: readonly Drawn<readonly HistoryPicture[]>[];
}

/** A part of the page that the list at its top leads to. */
export interface PageSection {
  id: string;
  title: string;
  /** Null where the title says all. */
  count: number | null;
  body: Markup;
}
