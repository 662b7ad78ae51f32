import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-EQJSFSIF.js";

// src/plan/plan.ts
function planPackage(listed, found, rules) {
  const hasTests = listed.testFiles.length + listed.externalTestFiles.length > 0;
  const injection = hasTests && listed.name !== "" ? chooseInjection(listed, rules) : "none";
  const ownTests = injection === "module" && listed.testFiles.length > 0;
  return {
    package: listed.package,
    dir: listed.dir,
    moduleDir: listed.module?.dir ?? null,
    modulePath: listed.module?.path ?? null,
    injection,
    clause: ownTests ? listed.name : `${listed.name}_test`,
    testMain: found.testMain,
    around: found.around,
    quiet: found.quiet,
    declared: found.tests,
    hasTests
  };
}
function chooseInjection(listed, rules) {
  if (isBelow(listed.dir, rules.gomodcache) || rules.isEmbedded(listed.dir)) return "none";
  if (listed.standard || listed.module === null || rules.coverpkg) return "external";
  return rules.canHostAgent(listed.module.dir) ? "module" : "external";
}
function isBelow(path, folder) {
  return folder !== "" && (path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
function checkListed(packages, patterns, where) {
  const problems = [];
  for (const listed of packages) {
    if (listed.error === null || listed.files > 0) continue;
    problems.push({
      where,
      what: `${listed.package}: ${listed.error}`,
      fix: 'name packages that exist, relative to --dir (working-directory); "go list" shows them'
    });
  }
  if (packages.length === 0) {
    problems.push({
      where,
      what: `${patterns.join(" ")} matches no packages`,
      fix: 'check --dir (working-directory) and the pattern; "go list ./..." shows what there is'
    });
  }
  if (problems.length > 0) throw new InputError(problems);
}

export {
  planPackage,
  isBelow,
  checkListed
};
