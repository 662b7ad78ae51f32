import { flagsOf } from '../settings/go-test-flags.ts';

/** Flags that decide what is built, what runs and for how long; all others report, or are the guard's. */
const kept = new Set(
  (
    'asan asmflags benchtime buildmode buildvcs compiler count cover covermode coverpkg cpu failfast gccgoflags gcflags installsuffix ' +
    'ldflags linkshared mod modfile msan parallel pgo short shuffle skip tags timeout trimpath vet'
  ).split(' '),
);

/** Left out: they only report, keep files, or belong to the guard. */
const leftOut = new Set(
  (
    'a artifacts bench benchmem blockprofile blockprofilerate c C coverprofile cpuprofile exec fullpath fuzz fuzzcachedir ' +
    'fuzzminimizetime fuzztime i json list memprofile memprofilerate modcacherw mutexprofile mutexprofilefraction n o outputdir ' +
    'overlay p pkgdir race run toolexec trace v work x'
  ).split(' '),
);

export interface ReproduceFlags {
  /** Of go test itself, quoted. */
  flags: string[];
  /** -run of the leg, as it is. */
  run: string | null;
  /** The test binary's own, which follow the package, quoted. */
  own: string[];
  hasCount: boolean;
}

/** The flags of a leg's go test that a second run needs; null where one of them does not go into a command line. */
export function reproduceFlags(command: readonly string[]): ReproduceFlags | null {
  const result: ReproduceFlags = { flags: [], run: null, own: [], hasCount: false };
  const ours = command.findIndex((word) => word.startsWith('-race='));
  const rest = command.slice(ours + 1);
  const begin = rest.findIndex((word) => word.startsWith('-'));
  if (ours < 0 || begin < 0) return result;
  for (const { name, value, words } of flagsOf(rest.slice(begin), () => undefined)) {
    if (name === 'run') result.run = value;
    if (leftOut.has(name)) continue;
    if (!kept.has(name)) {
      result.own.push(...words);
      continue;
    }
    if (name === 'count') result.hasCount = true;
    const text = value === null ? '' : quoted(value);
    if (text === null) return null;
    result.flags.push(value === null ? `-${name}` : `-${name}=${text}`);
  }
  const own = result.own.map(quoted);
  return own.includes(null) ? null : { ...result, own: own.filter((word) => word !== null) };
}

/** A word for a shell; null where its quotes could end early in one of them. */
export function quoted(word: string): string | null {
  if (/^[\w./-][\w.,:/=@%+-]{0,300}$/.test(word)) return word;
  return /^[\w .,:/=@%+~^$()[\]{}*?|#"\p{L}\p{Nd}-]{0,300}$/u.test(word) ? `'${word}'` : null;
}
