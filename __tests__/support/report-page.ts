import { sourceText } from '../../src/render/report-page/source-text.ts';
import type { ReportPage } from '../../src/render/report-page/page-content.ts';
import { noLinks } from '../../src/report/links.ts';
import type { Report } from '../../src/report/schema.ts';
import type { FlamePicture } from '../../src/render/html/flame-section.ts';

/** A page of a report with nothing drawn and no sources, but for what is given. */
export function reportPage(report: Report, of: Partial<ReportPage> = {}): ReportPage {
  return {
    ...{ report, links: noLinks, sources: sourceText({ lines: () => null }) },
    ...{ flames: [], flamesLeft: 0, timelines: [], timelinesLeft: 0, histories: [] },
    ...of,
  };
}

/** A flame graph of two frames with these names. */
export function flameOf(...names: [string, string]): Extract<FlamePicture, { kind: 'graph' }> {
  return {
    kind: 'graph',
    graph: {
      names,
      nodes: [
        { name: 0, parent: -1, head: [2048, 2, 1024], base: [1024, 1, 0] },
        { name: 1, parent: 0, head: [1536, 1, 1024], base: [512, 1, 0] },
      ],
      hasBase: true,
      omitted: { frames: 3, head: [5, 0, 0] },
      cutStacks: 0,
    },
    colours: { kind: 'stacks' },
  };
}

/** Memory that rises to so many bytes. */
export function risingTimeline(bytes: number) {
  const points = [0, 1, 2, 3].map((step) => ({
    elapsedMs: step * 100,
    rssBytes: (bytes * (step + 1)) / 4,
    heapBytes: (bytes * step) / 4,
    liveHeapBytes: (bytes * step) / 8,
  }));
  const peak = { rssBytes: bytes, heapBytes: (bytes * 3) / 4, liveHeapBytes: (bytes * 3) / 8 };
  return { timeline: { points, peak }, spans: [{ test: 'TestAdd', startMs: 10, endMs: 200 }] };
}
