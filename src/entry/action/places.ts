/** What lies beside the bundle. */
export interface Places {
  catalogUrl: URL;
  /** The Go sources that ride along. */
  probeDirectory: string;
  /** What the pages are made of. */
  heapPageDirectory: string;
  /** The thread that reads the reports of others. */
  foreignReportUrl: URL;
}
