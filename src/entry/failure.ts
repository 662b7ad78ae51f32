import { describeProblem, InputError } from '../settings/input-error.ts';
import { plural } from '../report/plural.ts';
import { exitCodes } from './exit-code.ts';

const issueForm = 'https://github.com/org/go-crash-guard/issues/new?template=bug.yml';

/** What to tell a person when there is no Report, and the exit code: their input's fault, or ours. */
export function describeFailure(error: unknown): { text: string; code: number } {
  if (error instanceof InputError) {
    const count = error.problems.length;
    const intro = count === 1 ? '' : `${plural(count, 'problem')} with what was given:\n`;
    return {
      text: `${intro}${error.problems.map(describeProblem).join('\n')}\n`,
      code: exitCodes.wrongInput,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    text: `this is a bug in go-crash-guard, your tests are not to blame; please report it: ${issueForm}\n${stack}\n`,
    code: exitCodes.bug,
  };
}
