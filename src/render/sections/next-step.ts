import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import { untoldFailures } from '../failures.ts';
import { causeWords } from '../cause-words.ts';
import { always, type Item, type Section } from '../fit.ts';
import { toldTargets } from '../fuzz-words.ts';
import { isolationCommand, isolationOf, type IsolatedRun } from '../isolation-words.ts';
import { toldLeaks } from '../leak-words.ts';
import { codeBlock, inlineCode, sentence } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { problems, type Problem } from '../problems.ts';
import { reproduceCommand } from '../reproduce.ts';
import { grownPlaceText } from './growth.ts';
import { knownText } from './known.ts';
import { missingTests } from './missing.ts';
import { packageText, worth, type Telling } from './telling.ts';
import { isReproducible } from '../reproducible.ts';

interface Step {
  text: string;
  /** A command line for a terminal; null where none shows it. */
  command: string | null;
  /** How often it does, where it does not always: ` (2 of 60 runs crashed)`. */
  often?: string;
}

const stopped = new Set<Problem['cause']>(['cancelled', 'runner-shutdown', 'lost']);
const runAgain = 'the run was not seen to its end: run the job again.';

/** One sentence on what to do now, from the worst that was found; nothing where all is well. */
export function nextStepSection(telling: Telling): Section {
  const step = nextStep(telling);
  return {
    ...{ head: '', tail: '', shape: 'list', more: () => '', unmade: 0 },
    items: step === null ? [] : [itemOf(step)],
  };
}

function itemOf({ text, command, often = '' }: Step): Item {
  const said = `**What to do:** ${text}`;
  const short = { text: said, worth: always };
  if (command === null) return [short];
  return [
    {
      text: `${said} Reproduce it${often}:\n\n${codeBlock(command, 1000, 'sh')}`,
      worth: worth.command,
    },
    short,
  ];
}

function nextStep(telling: Telling): Step | null {
  const { report } = telling;
  const [worst] = problems(report);
  if (worst !== undefined) return ofProblem(worst, telling);
  const [failed] = untoldFailures(report);
  if (failed !== undefined) {
    const { file, line, test, package: name, legs } = failed;
    const at = file === null ? '' : ` at ${placeLink({ file, line }, telling.links)}`;
    return {
      text: `see why ${inlineCode(test)} fails${at}.`,
      command: reproduceCommand({ report, package: name, legs, test }),
    };
  }
  const [missing] = missingTests(report.packages);
  if (missing !== undefined)
    return {
      text: `find out why tests of ${packageText(missing.package, missing.legs, report)} were not seen to end.`,
      command: reproduceCommand({ report, ...missing, test: null }),
    };
  return ofFuzz(telling) ?? ofLeaks(telling) ?? ofHeap(telling) ?? ofRun(report);
}

function ofProblem(problem: Problem, telling: Telling): Step {
  const { report } = telling;
  const { place, crash, advice, runs, test, cause } = problem;
  const [advised] = advice;
  if (place === null && stopped.has(cause))
    return { text: advised === undefined ? runAgain : `${sentence(advised, 300)}.`, command: null };
  const name = runs[0]?.package ?? crash?.package ?? '';
  const legs = runs.map(({ leg }) => leg);
  const { verb, place: goesOn = ' at' } = causeWords[cause];
  const subject = test === null ? packageText(name, legs, report) : inlineCode(test);
  const at = place === null ? '' : `${goesOn} ${placeLink(place, telling.links)}`;
  const said = ownWords(problem);
  const known = knownText(crash);
  const fix = known ?? (advised === undefined ? null : sentence(capital(advised), 300));
  const happened = `${subject} ${verb}${at}${said === '' ? '' : `: ${inlineCode(said, 200)}`}.`;
  const isolated = isolationOf(problem);
  const fuzzed = fuzzedInput(problem);
  if (fuzzed !== null)
    return { text: `${happened}${fix === null ? '' : ` ${fix}.`} ${fuzzed}`, command: null };
  const command = isReproducible(problem)
    ? ((isolated === null ? null : isolationCommand(isolated, report)) ??
      reproduceCommand({ report, package: name, legs, test }))
    : null;
  const often = oftenText(isolated);
  if (fix !== null) return { text: `${happened} ${fix}.`, command, often };
  return { text: command === null ? `${happened} Look at its output.` : happened, command, often };
}

function oftenText(isolated: IsolatedRun | null): string {
  const { outcome, rate } = isolated?.isolation ?? {};
  if (outcome !== 'intermittent' || rate === null || rate === undefined) return '';
  return ` (${String(rate.crashes)} of ${plural(rate.runs, 'run')} crashed)`;
}

/** How to see again what an input of fuzzing brought about; null for other tests. */
function fuzzedInput({ runs, test }: Problem): string | null {
  const targets = runs.flatMap((run) => run.fuzz ?? []);
  const found = targets.find(({ target }) => test?.startsWith(`${target}/`) === true);
  const place = found?.failing?.corpusFile;
  if (place === undefined || !place.endsWith(`/${test ?? ''}`)) return null;
  return `Copy the input that fuzzing found to ${inlineCode(place, 300)}; from then on go test fails with it.`;
}

/** What the program, the compiler or vet said; '' where a message is only ours. */
function ownWords({ cause, crash, runs }: Problem): string {
  const message = crash?.message ?? '';
  const causes = runs.flatMap((run) => [run.cause, ...run.attempts.map((each) => each.cause)]);
  if (cause === 'data-race' || causes.some((each) => each?.summary === message)) return '';
  const [line = ''] = message.split('\n', 1);
  return line.replace(/^runtime error: /, '').trim();
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function ofFuzz({ report }: Telling): Step | null {
  const { bad, stopped: unfuzzed } = toldTargets(report);
  const [first] = bad;
  const [left] = unfuzzed;
  if (first !== undefined) {
    const { run, fuzz } = first;
    const of = `${inlineCode(fuzz.target)} of ${packageText(run.package, [run.leg], report)}`;
    const place = fuzz.failing?.corpusFile;
    const how =
      place === undefined
        ? 'see why it failed while it was fuzzed'
        : `copy the input that fuzzing found to ${inlineCode(place, 300)}; from then on go test fails with it`;
    return { text: `${of}: ${how}.`, command: null };
  }
  if (left === undefined) return null;
  const why = sentence(left.fuzz.because ?? '', 300);
  const text = `find out why ${inlineCode(left.fuzz.target)} was not fuzzed to the end: ${why}.`;
  return { text, command: null };
}

function ofLeaks({ report, links }: Telling): Step | null {
  const [leak] = toldLeaks(report).failing;
  if (leak === undefined) return null;
  const { kind, site, createdBy, package: name, legs, test } = leak;
  const place = site ?? createdBy;
  const at = place === null ? '' : ` at ${placeLink(place, links)}`;
  const who = test === null ? packageText(name, legs, report) : inlineCode(test);
  const what = kind === 'goroutine' ? 'leaves goroutines behind' : 'keeps memory';
  const text = `${who} ${what}${at}. If that is wanted, accept it under ${inlineCode('leaks')}.`;
  return { text, command: null };
}

function ofHeap(telling: Telling): Step | null {
  const { comparison, verdict } = telling.report;
  if (comparison === null || verdict.status === 'pass') return null;
  const [grown] = comparison.packages.filter((item) => item.verdict === 'regressed');
  const [budget] = comparison.budgets;
  if (grown !== undefined) {
    const name = packageText(grown.package, [grown.leg], telling.report);
    const place = grownPlaceText(grown, telling);
    const where = place === null ? `find out why ${name} grew` : `look at ${place}: ${name} grew`;
    return { text: `${where}. If that is wanted, accept it.`, command: null };
  }
  if (budget === undefined) return null;
  const name = packageText(budget.package, [budget.leg], telling.report);
  return { text: `${name} broke its budget: mend that, or change the budget.`, command: null };
}

function ofRun({ verdict: { status, reasons } }: Report): Step | null {
  if (status === 'pass') return null;
  const kinds = new Set(reasons.map(({ kind }) => kind));
  if (kinds.has('no-tests'))
    return { text: 'no test ran: check which packages and tests are named.', command: null };
  return { text: runAgain, command: null };
}
