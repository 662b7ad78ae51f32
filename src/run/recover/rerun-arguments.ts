/** Files of the first run and of go test's own, which is gone by then; and the heap profile that the shim had added. */
const dropped = new Set(
  (
    'testlogfile coverprofile gocoverdir outputdir cpuprofile memprofile memprofilerate blockprofile mutexprofile trace ' +
    'fuzzcachedir'
  ).split(' '),
);

/**
 * The arguments of a test binary for a further run: those of its first run without what names files, and with flags in front that take
 * the place of equal ones.
 * @param args of the first run, as the binary got them
 * @param flags in the form `-test.run=^TestA$`
 */
export function rerunArguments(args: readonly string[], flags: readonly string[]): string[] {
  const outdone = new Set(flags.map(nameOf));
  // go test writes its own flags as one word each, and the user's arguments come behind them.
  const end = args.findIndex((arg) => !arg.startsWith('-') || arg === '--');
  const own = end < 0 ? args : args.slice(0, end);
  const kept = own.filter((arg) => {
    const name = nameOf(arg);
    return name === null || !(dropped.has(name) || outdone.has(name));
  });
  return [...flags, ...kept, ...(end < 0 ? [] : args.slice(end))];
}

/** `run` of `-test.run=^TestA$`; null for what is no flag of package testing. */
function nameOf(flag: string): string | null {
  return /^--?test\.(?<name>[^=]+)/.exec(flag)?.groups?.['name'] ?? null;
}

/** The time after which package testing ends the process, as it is written: `10m0s`; null where nothing tells. */
export function timeoutOf(args: readonly string[]): string | null {
  const flag = args.find((arg) => /^--?test\.timeout=/.test(arg));
  return flag === undefined ? null : flag.slice(flag.indexOf('=') + 1);
}
