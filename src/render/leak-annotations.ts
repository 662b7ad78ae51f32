import { functionOf, standingText, whatLeaks } from '../leaks/leak-text.ts';
import type { Leak } from '../report/leak-schema.ts';
import { isInRepository } from '../report/repository-path.ts';
import type { Report } from '../report/schema.ts';
import type { Remark } from './crash-annotations.ts';
import { toldLeaks } from './leak-words.ts';

/** A remark for each leak that fails the run or is new, where it waits or allocates, else where it was started. */
export function leakRemarks(report: Report): Remark[] {
  const { failing, open } = toldLeaks(report);
  return [
    ...failing.flatMap((leak) => remarkOn(leak, 'error')),
    ...open
      .filter(({ standing }) => standing === 'new')
      .flatMap((leak) => remarkOn(leak, 'warning')),
  ];
}

function remarkOn(leak: Leak, level: Remark['level']): Remark[] {
  const place = leak.site ?? leak.createdBy;
  if (place === null || place.line < 1 || !isInRepository(place.file)) return [];
  const { createdBy, test, package: name, legs, kind } = leak;
  const lines = [
    `in ${place.function === '' ? functionOf(leak) : place.function}`,
    ...(createdBy === null
      ? []
      : [`started by: ${createdBy.function} ${createdBy.file}:${String(createdBy.line)}`]),
    `seen in: ${test === null ? name : `${test} of ${name}`} (${legs.join(', ')})`,
    standingText(leak),
  ];
  return [
    {
      ...{ path: place.file, line: place.line, level },
      title: `${kind} leak: ${whatLeaks(leak)}`,
      message: lines.join('\n'),
    },
  ];
}
