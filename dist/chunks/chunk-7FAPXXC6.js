import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  exitCodes
} from "./chunk-PCPWAUOV.js";
import {
  InputError,
  describeProblem
} from "./chunk-EQJSFSIF.js";
import {
  plural
} from "./chunk-XSTYEQYD.js";

// src/entry/failure.ts
var issueForm = "https://github.com/org/go-crash-guard/issues/new?template=bug.yml";
function describeFailure(error) {
  if (error instanceof InputError) {
    const count = error.problems.length;
    const intro = count === 1 ? "" : `${plural(count, "problem")} with what was given:
`;
    return {
      text: `${intro}${error.problems.map(describeProblem).join("\n")}
`,
      code: exitCodes.wrongInput
    };
  }
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    text: `this is a bug in go-crash-guard, your tests are not to blame; please report it: ${issueForm}
${stack}
`,
    code: exitCodes.bug
  };
}

export {
  describeFailure
};
