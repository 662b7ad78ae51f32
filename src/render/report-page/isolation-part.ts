import type { Isolation } from '../../report/isolation-schema.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import {
  effortOf,
  isolationCommand,
  isolationOf,
  proofWords,
  summaryOf,
  whoCrashes,
} from '../isolation-words.ts';
import type { Problem } from '../problems.ts';
import type { ReportPage } from './page-content.ts';

const maxRows = 60;

/** What a crash needs, the command that shows it, and the runs that prove it; null where nobody searched. */
export function isolationPart(problem: Problem, { report }: ReportPage): Markup | null {
  const isolated = isolationOf(problem);
  if (isolated === null) return null;
  const { isolation } = isolated;
  const command = isolationCommand(isolated, report);
  const who = whoCrashes(isolation);
  return markup`<h4>What it needs to crash</h4>
<p>${who === null ? 'It' : code(who)} ${words(summaryOf(isolation), 1000)}.</p>
${command === null ? null : markup`<p><code class="command">${command}</code></p>`}
${isolation.proof.length === 0 ? null : proofTable(isolation)}`;
}

function proofTable(isolation: Isolation): Markup {
  return markup`<details><summary>Proof (${effortOf(isolation)})</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Runs of the isolation"><table><thead><tr><th scope="col">Tests</th><th scope="col">With</th><th scope="col">Died in the same way</th></tr></thead><tbody>${isolation.proof
    .slice(0, maxRows)
    .map((row) => {
      const { tests, changes, crashed } = proofWords(row);
      return markup`<tr><td>${code(tests, 1000)}</td><td>${changes === '' ? null : code(changes)}</td><td>${crashed}</td></tr>`;
    })}</tbody></table></div></details>`;
}
