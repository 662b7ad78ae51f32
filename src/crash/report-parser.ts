import type { ParsedCrash } from './parsed-crash.ts';

/** What one family of reports knows by itself; the scanner adds where it stands in the text and whose it is. */
export type ParsedCrashDraft = Omit<
  ParsedCrash,
  'outputTest' | 'package' | 'survived' | 'lineCount' | 'firstLine' | 'exitStatus'
> & {
  /** Where the report itself names it. */
  package?: string;
  /** Where the report itself shows that a program printed it and went on. */
  survived?: boolean;
};

/**
 * What a line is to an open report: 'taken': its own; 'last': its own, and it ends with it; 'not-mine': the report is over without
 * it; 'foreign': somebody else's, written in between, and the report may go on.
 */
export type Taken = 'taken' | 'last' | 'not-mine' | 'foreign';

/** Recognises the first line of its reports, then takes lines until one is not its own. */
export interface ReportParser {
  /** Characters with which its first lines begin, where it is asked about those alone. */
  first?: string;
  /**
   * Null for a line that does not begin a report of this family; every line of a log is asked about, so this must be quick to say no.
   * `giveBack` is for a report that is sure: a line that it took, and nothing since, was not its own after all.
   */
  begin: (line: string, giveBack: (line: string) => void) => OpenReport | null;
}

/** A report whose first line was seen. After 'last', 'not-mine' or the end of the text, `finish` is called once and nothing after it. */
export interface OpenReport {
  push: (line: string) => Taken;
  /** Null when what followed was no report after all. `atEnd`: the text is over; `truncated` says that the grammar demands more. */
  finish: (atEnd: boolean) => ParsedCrashDraft | null;
  /** Once true, it stays. Until then the scanner holds the lines and hands them on as other text if it comes to nothing. */
  readonly sure: boolean;
}
