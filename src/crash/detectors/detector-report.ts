import { openRaceReport } from './race-report.ts';
import type { OpenReport, ReportParser } from '../report-parser.ts';
import { openSanitizerReport } from './sanitizer-report.ts';

// A rule of 18 signs stands above what race detectors say, one of 65 above the reports of the other sanitizers.
const rule = /^(?:={18}|={65})$/;
// ThreadSanitizer:DEADLYSIGNAL
const signal = /^[A-Z][A-Za-z]{2,20}Sanitizer:DEADLYSIGNAL$/;

const openReport = (line: string): OpenReport | null =>
  openRaceReport(line) ?? openSanitizerReport(line);

/** Reports of Go's race detector and of the sanitizers of C compilers, with the lines above their first one. */
export const detectorReports: ReportParser = {
  first: '=ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  begin(line) {
    if (rule.test(line)) return announced(false);
    if (signal.test(line)) return announced(true);
    return openReport(line);
  },
};

/** The report that the next line begins, or, below a signal, the line after the rule. */
function announced(ruleMayFollow: boolean): OpenReport {
  let mayFollow = ruleMayFollow;
  let report: OpenReport | null = null;
  return {
    get sure() {
      return report?.sure ?? false;
    },
    push(line) {
      if (report !== null) return report.push(line);
      report = openReport(line);
      if (report !== null) return 'taken';
      if (!mayFollow || !rule.test(line)) return 'not-mine';
      mayFollow = false;
      return 'taken';
    },
    finish: (atEnd) => report?.finish(atEnd) ?? null,
  };
}
