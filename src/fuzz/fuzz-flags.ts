/** One go test that fuzzes. */
export interface FuzzOrder {
  target: string;
  fuzzMs: number;
  /** Workers at the same time; null for as many as there are processors. */
  workers: number | null;
  /** For making a failing input smaller; null where the user's own flags say it. */
  minimiseMs: number | null;
}

/** Its flags; they outdo the user's. `words` are the user's. */
export function fuzzFlags(order: FuzzOrder, words: readonly string[]): string[] {
  const { target, fuzzMs, workers, minimiseMs } = order;
  return [
    '-run=^$',
    `-fuzz=^${target}$`,
    `-fuzztime=${String(fuzzMs)}ms`,
    ...(minimiseMs === null ? [] : [`-fuzzminimizetime=${String(minimiseMs)}ms`]),
    ...(workers === null ? [] : [`-parallel=${String(workers)}`]),
    '-count=1',
    '-vet=off',
    ...withdrawn(words),
  ];
}

/** A failing input again, as an ordinary test, so many times in one process. */
export function replayFlags(
  target: string,
  name: string,
  { timeoutMs, times }: { timeoutMs: number; times: number },
  words: readonly string[],
): string[] {
  return [
    `-run=^${target}$/^${name}$`,
    `-timeout=${String(timeoutMs)}ms`,
    `-count=${String(times)}`,
    '-vet=off',
    ...withdrawn(words),
  ];
}

// go test refuses profiles together with -fuzz (cmd/go/internal/test/test.go), each worker would write the same trace, and coverage
// that nobody reads costs time. An empty name takes the flag back.
const withdrawals: readonly (readonly [flag: string, value: string])[] = [
  ['coverprofile', ''],
  ['cpuprofile', ''],
  ['memprofile', ''],
  ['blockprofile', ''],
  ['mutexprofile', ''],
  ['trace', ''],
  ['cover', 'false'],
  ['bench', ''],
  ['skip', ''],
  ['shuffle', 'off'],
];

function withdrawn(words: readonly string[]): string[] {
  return withdrawals
    .filter(([flag]) => words.some((word) => isFlag(word, flag)))
    .map(([flag, value]) => `-${flag}=${value}`);
}

/** Whether a word gives that flag, in any of the ways that go test takes it: -flag, --flag=x, -test.flag. */
export function isFlag(word: string, flag: string): boolean {
  return [`-${flag}`, `--${flag}`, `-test.${flag}`, `--test.${flag}`].some(
    (form) => word === form || word.startsWith(`${form}=`),
  );
}
