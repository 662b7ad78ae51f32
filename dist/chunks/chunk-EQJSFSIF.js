import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/settings/input-error.ts
var InputError = class extends Error {
  problems;
  constructor(problems) {
    super(problems.map(describeProblem).join("\n"));
    this.name = "InputError";
    this.problems = problems;
  }
};
function describeProblem(problem) {
  return `${problem.where}: ${problem.what}
  fix: ${problem.fix}`;
}

export {
  InputError,
  describeProblem
};
