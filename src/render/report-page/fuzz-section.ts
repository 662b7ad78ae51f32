import { plural } from '../../report/plural.ts';
import {
  cleanText,
  inputFacts,
  outcomeText,
  toldTargets,
  whatFailed,
  type FuzzTarget,
} from '../fuzz-words.ts';
import { bounded } from '../html/bounded.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const inFull = { items: 200, chars: 600_000 };
const inBrief = { items: 1000, chars: 200_000 };
const maxValueChars = 4000;
/** So few are open from the start. */
const maxOpen = 3;

/** What fuzzing found: failing inputs first, then all targets with their figures. */
export function fuzzSection({ report }: ReportPage): PageSection | null {
  const { bad, stopped, cleanAgain, clean, skipped } = toldTargets(report);
  const inDetail = [...bad, ...stopped, ...cleanAgain];
  const count = inDetail.length + clean.length + skipped.length;
  if (count === 0) return null;
  const full = bounded(inDetail, inFull, (target, index) => targetArticle(target, index < maxOpen));
  const rest = bounded([...inDetail, ...clean, ...skipped], inBrief, rowOf);
  const good = cleanText(clean);
  const body = markup`${full.shown}
${full.left === 0 ? null : markup`<p class="note">${plural(full.left, 'more fuzz target')} in report.json.</p>`}
${good === null ? null : markup`<p>${good}.</p>`}
<div class="scroll" tabindex="0" role="group" aria-label="All fuzz targets"><table class="figures"><thead><tr><th scope="col">Target</th><th scope="col">Package</th><th scope="col">Outcome</th><th scope="col" class="number">Inputs run</th><th scope="col" class="number">New</th><th scope="col" class="number">Begun with</th></tr></thead><tbody>${rest.shown}</tbody></table></div>
${rest.left === 0 ? null : markup`<p class="note">and ${rest.left} more</p>`}`;
  return { id: 'fuzzing', title: 'Fuzzing', count, body };
}

function targetArticle({ run, fuzz }: FuzzTarget, isOpen: boolean): Markup {
  const what = whatFailed(fuzz);
  const because = fuzz.because === what ? null : fuzz.because;
  return markup`<details class="failure"${isOpen ? markup` open` : null}><summary>${code(fuzz.target)} ${outcomeText(fuzz)} <small>${words(run.package, 300)} ${words(run.leg, 100)}</small></summary>
${what === '' ? null : block(what, maxValueChars)}
${because === null ? null : markup`<p>${words(because, 500)}</p>`}
${inputPart(fuzz.failing)}</details>`;
}

function inputPart(failing: FuzzTarget['fuzz']['failing']): Markup | null {
  if (failing === null) return null;
  const { values = [], addCall, path, corpusFile } = failing;
  const orAdd =
    addCall === undefined ? null : markup`, or add ${code(addCall, 1000)} to the target`;
  return markup`<p>The input is a ${inputFacts(failing)}.</p>
${values.length === 0 ? null : block(values.join('\n'), maxValueChars)}
<p>Copy ${code(path, 1000)} of the run folder to ${code(corpusFile, 1000)}: go test runs it from then on${orAdd}.</p>`;
}

function rowOf({ run, fuzz }: FuzzTarget): Markup {
  const amounts = [fuzz.executions, fuzz.newInputs, fuzz.corpus];
  return markup`<tr><th scope="row">${code(fuzz.target)}</th><td>${code(run.package)} <small>${words(run.leg, 60)}</small></td><td>${outcomeText(fuzz)}</td>${amounts.map((amount) => markup`<td class="number">${amount === null ? '' : String(amount)}</td>`)}</tr>`;
}
