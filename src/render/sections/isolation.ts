import type { Report } from '../../report/schema.ts';
import {
  effortOf,
  isolationCommand,
  isolationOf,
  proofWords,
  summaryOf,
  whoCrashes,
} from '../isolation-words.ts';
import { cellCode, codeBlock, folded, inlineCode, sentence } from '../markdown.ts';
import type { Problem } from '../problems.ts';

const maxRows = 12;

/** What a crash needs, in a sentence; '' where nobody searched. */
export function isolationText(problem: Problem): string {
  const isolated = isolationOf(problem);
  if (isolated === null) return '';
  const who = whoCrashes(isolated.isolation);
  return `**Isolated:** ${who === null ? 'it' : inlineCode(who)} ${sentence(summaryOf(isolated.isolation), 600)}.`;
}

/** The command and the runs that prove it, folded; '' where nobody searched. */
export function isolationProof(problem: Problem, report: Report): string {
  const isolated = isolationOf(problem);
  if (isolated === null) return '';
  const { isolation } = isolated;
  const command = isolationCommand(isolated, report);
  const rows = isolation.proof.slice(0, maxRows).map((row) => {
    const { tests, changes, crashed } = proofWords(row);
    return `| ${cellCode(tests, 300)} | ${cellCode(changes)} | ${crashed} |`;
  });
  const table = ['| tests | with | died in the same way |', '|---|---|---|', ...rows].join('\n');
  const parts = [
    ...(command === null ? [] : [codeBlock(command, 1000, 'sh')]),
    ...(rows.length === 0 ? [] : [table]),
    `_${effortOf(isolation)}._`,
  ];
  return folded('What it needs to crash', parts.join('\n\n'));
}
