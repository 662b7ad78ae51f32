import { isAbsolute, relative, resolve } from 'node:path';
import * as core from '@actions/core';
import { annotations } from '../render/annotations.ts';
import type { Report } from '../report/schema.ts';

/** GitHub shows so many error annotations of a step. */
const maxAnnotations = 10;

/**
 * Annotates the lines to blame, the most telling first. What lies outside of the workspace cannot be shown there and is left out.
 * @param root the repository, which the annotations' paths are relative to
 */
export function annotate(report: Report, root: string, workspace: string): void {
  let shown = 0;
  for (const { path, line, title, message } of annotations(report)) {
    const file = relative(workspace, resolve(root, path)).replaceAll('\\', '/');
    if (shown >= maxAnnotations || file.startsWith('..') || isAbsolute(file)) continue;
    shown++;
    core.error(message, { title, file, startLine: line });
  }
}
