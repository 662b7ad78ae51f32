import type { Problem } from './input-error.ts';
import { splitQuotedWords } from './quoted-words.ts';

// What `go help build`, `go help test` and `go help testflag` list (Go 1.27). Flags that take no value need no word after them.
const flagsWithoutValue = new Set(
  'a asan benchmem buildvcs c cover failfast fullpath i json linkshared modcacherw msan n race short trimpath v work x artifacts'.split(
    ' ',
  ),
);
const flagsWithValue = new Set(
  (
    'C asmflags bench benchtime blockprofile blockprofilerate buildmode compiler count covermode coverpkg coverprofile cpu cpuprofile ' +
    'exec fuzz fuzzcachedir fuzzminimizetime fuzztime gccgoflags gcflags installsuffix ldflags list memprofile memprofilerate mod modfile ' +
    'mutexprofile mutexprofilefraction o outputdir overlay p parallel pgo pkgdir run shuffle skip tags timeout toolexec trace vet'
  ).split(' '),
);

const refused = new Map([
  ['c', 'it only compiles; under guard nothing would be tested'],
  ['C', 'use --dir (working-directory) instead'],
  ['i', 'the go command no longer knows it'],
  ['list', 'it only lists; use plain "go test -list"'],
  ['n', 'it only prints commands; use plain "go test -n"'],
]);

/** Flags that decide which files and packages `go list` sees, so that the plan is made of what will run. */
const planFlags = new Set([
  'tags',
  'mod',
  'modfile',
  'msan',
  'asan',
  'compiler',
  'installsuffix',
  'buildmode',
]);

export interface GoTestFlags {
  /** What is handed on to `go test`, word by word, in the user's order. */
  words: string[];
  /** The subset that `go list` takes too. */
  planWords: string[];
  /** The user's own -exec command, [] for none. */
  exec: string[];
  /** The user's own -toolexec command, [] for none. */
  toolexec: string[];
  overlay: string | null;
  /** -v: everything that the tests print is shown. */
  verbose: boolean;
  run: string;
  skip: string;
  timeout: string | null;
  race: boolean | null;
  failfast: boolean;
  /** -count, or null when it was not given (only then the result cache is used). */
  count: string | null;
  /** -cpu, a list of values for GOMAXPROCS. */
  cpu: string | null;
  /** -coverpkg instruments every package that matches, so nothing of ours may be a package then. */
  coverpkg: boolean;
  /** Build tags. */
  tags: string[];
  /** Flags that change what is measured, so that figures taken with and without them cannot be compared. */
  measuring: string[];
}

interface Flag {
  name: string;
  value: string | null;
  words: string[];
}

/** Reads the user's go test flags. Every flag is honoured, or refused with a reason; unknown ones are the test binaries' own. */
export function parseGoTestFlags(
  words: readonly string[],
  where: string,
): { flags: GoTestFlags; problems: Problem[] } {
  const problems: Problem[] = [];
  const flags = noGoTestFlags();
  const refuse = (what: string, fix: string): void => {
    problems.push({ where, what, fix });
  };
  for (const item of flagsOf(words, refuse)) {
    const fix = refused.get(item.name);
    if (fix !== undefined) refuse(`-${item.name} is not possible under guard`, fix);
    else apply(flags, item, refuse);
  }
  return { flags, problems };
}

export function noGoTestFlags(): GoTestFlags {
  return {
    words: [],
    planWords: [],
    exec: [],
    toolexec: [],
    overlay: null,
    verbose: false,
    run: '',
    skip: '',
    timeout: null,
    race: null,
    failfast: false,
    count: null,
    cpu: null,
    coverpkg: false,
    tags: [],
    measuring: [],
  };
}

/** For the test binary: go test does not see them behind -args. */
const choosesTests = /^--?test\.(?:run|skip|list|count|cpu|failfast|fuzz|bench)(?:=|$)/;

/** The flags one by one, each with the words that it is made of. */
export function* flagsOf(
  words: readonly string[],
  refuse: (what: string, fix: string) => void,
): Generator<Flag> {
  let sawUnknown = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-args' || word === '--args') {
      const hidden = words.slice(i).find((one) => choosesTests.test(one));
      if (hidden !== undefined)
        refuse(
          `${JSON.stringify(hidden)} behind -args goes around go test, which then cannot tell what was to run`,
          `give it before -args: ${hidden.replace(/^--?test\./, '-')}`,
        );
      yield { name: 'args', value: null, words: words.slice(i) };
      return;
    }
    const match = /^--?(?:test\.)?(?<name>[^=-][^=]*)(?:=(?<value>.*))?$/s.exec(word);
    if (match === null) {
      if (sawUnknown) yield { name: '', value: null, words: [word] };
      else
        refuse(
          `${JSON.stringify(word)} is no flag`,
          'package patterns go before "--" (or into "packages"), flags after it',
        );
      continue;
    }
    const name = match.groups?.['name'] ?? '';
    const value = match.groups?.['value'] ?? null;
    if (value === null && flagsWithValue.has(name)) {
      const next = words[i + 1];
      if (next === undefined) refuse(`-${name} needs a value`, `write -${name}=VALUE`);
      else yield { name, value: next, words: [word, next] };
      i++;
      continue;
    }
    if (!flagsWithoutValue.has(name) && !flagsWithValue.has(name)) sawUnknown = true;
    yield { name, value, words: [word] };
  }
}

function apply(flags: GoTestFlags, flag: Flag, refuse: (what: string, fix: string) => void): void {
  const on = flag.value === null || /^(?:1|t|true)$/i.test(flag.value);
  switch (flag.name) {
    case 'json':
      if (!on)
        refuse(
          '-json=false is not possible under guard',
          'leave it out: the guard reads the event stream',
        );
      return;
    case 'v':
      flags.verbose = on || flag.value === 'test2json';
      return;
    case 'exec':
    case 'toolexec': {
      const split = splitQuotedWords(flag.value ?? '');
      if ('problem' in split) refuse(`-${flag.name}: ${split.problem}`, 'close the quote');
      else flags[flag.name] = split.words;
      return;
    }
    case 'overlay':
      flags.overlay = flag.value;
      return;
    case 'race':
      flags.race = on;
      return;
    case 'timeout':
      flags.timeout = flag.value;
      break;
    case 'run':
      flags.run = flag.value ?? '';
      break;
    case 'skip':
      flags.skip = flag.value ?? '';
      break;
    case 'failfast':
      flags.failfast = on;
      break;
    case 'count':
      flags.count = flag.value;
      break;
    case 'cpu':
      flags.cpu = flag.value;
      break;
    case 'coverpkg':
      flags.coverpkg = true;
      break;
    case 'tags':
      flags.tags = (flag.value ?? '').split(/[\s,]+/).filter((tag) => tag !== '');
      break;
    default:
      break;
  }
  flags.words.push(...flag.words);
  if (changesFigures(flag)) flags.measuring.push(...flag.words);
  if (planFlags.has(flag.name)) flags.planWords.push(...flag.words);
}

/** Flags that say how to build, to report or when to give up, but not what is run. */
const neutral = new Set(
  (
    'a asmflags buildvcs buildmode C c cpuprofile blockprofile failfast fullpath json ldflags memprofile memprofilerate mod ' +
    'modcacherw modfile mutexprofile n o outputdir overlay p pkgdir tags timeout toolexec exec trace trimpath v vet work x'
  ).split(' '),
);

function changesFigures({ name, value }: Flag): boolean {
  return !neutral.has(name) && !(name === 'count' && value === '1');
}

/** How often package testing runs each test and fuzz target: -count times, for each value of -cpu. */
export function repeats(flags: GoTestFlags): number {
  const rounds = flags.count === null ? 1 : Number(flags.count);
  const values = (flags.cpu ?? '').split(',').filter((value) => value.trim() !== '').length;
  // What is no number, go test refuses itself.
  return (Number.isSafeInteger(rounds) && rounds >= 0 ? rounds : 1) * Math.max(1, values);
}
