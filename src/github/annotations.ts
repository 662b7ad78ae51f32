import { isAbsolute, relative, resolve } from 'node:path';
import * as core from '@actions/core';
import type { Report } from '../report/schema.ts';

/** GitHub shows so many error annotations of a step. */
const maxAnnotations = 10;

/**
 * Annotates the lines that the causes name, each once. What lies outside of the workspace cannot be shown there and is left out.
 * @param directory the folder that the Report's positions are relative to
 */
export function annotateCauses(report: Report, directory: string, workspace: string): void {
  const told = new Set<string>();
  for (const { package: name, cause } of report.packages) {
    const position = cause?.position;
    if (cause === null || position === undefined || told.size >= maxAnnotations) continue;
    const file = relative(workspace, resolve(directory, position.file)).replaceAll('\\', '/');
    const key = `${file}:${String(position.line)} ${cause.id}`;
    if (file.startsWith('..') || isAbsolute(file) || told.has(key)) continue;
    told.add(key);
    core.error(cause.summary, {
      title: `${cause.id} in ${name}`,
      file,
      startLine: position.line,
    });
  }
}
