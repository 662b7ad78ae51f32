import { renderCase, resultKinds, type CaseResult, type JunitCase } from './case.ts';

export interface Suite {
  name: string;
  cases: readonly JunitCase[];
}

/** The XML of the cases of one suite that found room. */
export interface Rendered {
  lines: string[];
  counts: Record<CaseResult['kind'], number>;
  leftOut: number;
}

/** All cases that fit into so many characters: errors first, passed tests last; details go before cases do. */
export function fitCases(
  suites: readonly Suite[],
  maxChars: number,
  maxDetailChars = maxChars / 2,
): Rendered[] {
  let room = maxChars;
  let detailRoom = maxDetailChars;
  const kept = suites.map(({ cases }) => new Array<string | undefined>(cases.length));
  for (const kind of resultKinds) {
    for (const [at, { name, cases }] of suites.entries()) {
      for (const [index, each] of cases.entries()) {
        if (each.result.kind !== kind) continue;
        const text = renderCase(name, detailRoom > 0 ? each : withoutDetail(each));
        if (text.length > room) continue;
        room -= text.length;
        if (kind === 'error' || kind === 'failure') detailRoom -= text.length;
        const lines = kept[at];
        if (lines !== undefined) lines[index] = text;
      }
    }
  }
  return suites.map(({ cases }, at) => {
    const counts = { error: 0, failure: 0, skipped: 0, passed: 0 };
    const lines: string[] = [];
    for (const [index, { result }] of cases.entries()) {
      const line = kept[at]?.[index];
      if (line === undefined) continue;
      counts[result.kind]++;
      lines.push(line);
    }
    return { lines, counts, leftOut: cases.length - lines.length };
  });
}

function withoutDetail(each: JunitCase): JunitCase {
  const { result } = each;
  if (result.kind === 'passed' || result.kind === 'skipped') return each;
  return { ...each, result: { ...result, detail: result.message } };
}
