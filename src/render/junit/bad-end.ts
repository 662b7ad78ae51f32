import type { PackageRun } from '../../report/schema.ts';
import { describeEnding } from '../../verdict/verdict.ts';
import { joined, type Trouble } from './case.ts';
import { causeLines } from './crash-detail.ts';

/** How the process of a package ended, where no crash tells more. */
export function badEndOf(run: PackageRun, what: string | null = null): Trouble {
  const { cause, output } = run;
  const message = whyText(what, run);
  return {
    ...{ type: cause?.id ?? 'unknown', message },
    detail: joined([message, ...causeLines(cause), '', output], '\n'),
  };
}

/** `the test never ran: killed by SIGKILL` */
export function whyText(what: string | null, run: PackageRun): string {
  const why = hasEndedWell(run) ? [] : [run.cause?.summary ?? describeEnding(run)];
  return joined([...(what === null ? [] : [what]), ...why], ': ');
}

export function hasEndedWell({ ending }: PackageRun): boolean {
  return ending === 'passed' || ending === 'no-tests';
}
