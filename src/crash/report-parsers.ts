import { detectorReports } from './detectors/detector-report.ts';
import { leakReports } from './detectors/leak-report.ts';
import type { ReportParser } from './report-parser.ts';

/** Families of reports with grammars of their own; asked in this order, the first that takes a line has the report. */
export const reportParsers: readonly ReportParser[] = [detectorReports, leakReports];
