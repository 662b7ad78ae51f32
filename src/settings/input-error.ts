/** One thing that is wrong with what the user gave us, in the user's words. */
export interface Problem {
  /** Where it was said: `--legs`, `.crash-guard.yml:3:1 legs`, `input timeout`. */
  where: string;
  what: string;
  fix: string;
}

/** What the user gave us cannot work. Carries every problem at once; the program ends with exit code 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

export function describeProblem(problem: Problem): string {
  return `${problem.where}: ${problem.what}\n  fix: ${problem.fix}`;
}
