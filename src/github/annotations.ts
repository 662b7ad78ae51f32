import { isAbsolute, relative, resolve } from 'node:path';
import * as core from '@actions/core';
import { annotations, type Annotation } from '../render/annotations.ts';
import { plural } from '../report/plural.ts';
import type { Report } from '../report/schema.ts';
import { unmarked } from './quiet-log.ts';

/** GitHub shows so many annotations of a level of one step. */
const maxOfLevel = 10;

const commands = { error: core.error, warning: core.warning, notice: core.notice } as const;

/**
 * Annotates the lines to blame from the log, the most telling first, and says how many were left out. What lies outside of the
 * workspace cannot be shown there.
 * @param root the repository, which the annotations' paths are relative to
 */
export function annotate(report: Report, root: string, workspace: string): void {
  const shown: Record<Annotation['level'], number> = { error: 0, warning: 0, notice: 0 };
  let left = 0;
  for (const { path, line, title, message, level } of annotations(report)) {
    const file = relative(workspace, resolve(root, path)).replaceAll('\\', '/');
    if (file.startsWith('..') || isAbsolute(file)) continue;
    if (shown[level] >= maxOfLevel) left++;
    else {
      shown[level]++;
      commands[level](unmarked(message), { title: unmarked(title), file, startLine: line });
    }
  }
  if (left > 0)
    core.info(
      `${plural(left, 'more line')} to annotate: GitHub shows ten of a step, the summary has the others.`,
    );
}
