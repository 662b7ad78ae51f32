/** What stands for the folder of the bundle until it is known where that lies. */
export const bundleFolder = '\u0001';

// Flags of package testing that name a file or folder to write to (go help testflag).
const outputFlags = [
  ...['blockprofile', 'coverprofile', 'cpuprofile', 'gocoverdir', 'memprofile', 'mutexprofile'],
  ...['outputdir', 'trace', 'fuzzcachedir'],
];
const folders = ['gocoverdir', 'outputdir', 'fuzzcachedir'];

/** The flags of package testing, which go test puts first, and what is the program's own. */
export function splitArguments(args: readonly string[]): { flags: string[]; own: string[] } {
  const at = args.findIndex((word) => !/^--?test\./.test(word));
  return at < 0 ? { flags: [...args], own: [] } : { flags: args.slice(0, at), own: args.slice(at) };
}

/**
 * The arguments of a test process for a run elsewhere: what it wrote goes below the bundle's folder `out`, and the list of
 * inputs for go test's cache is not written.
 */
export function portableArguments(args: readonly string[]): string[] {
  const { flags, own } = splitArguments(args);
  return [
    ...flags.flatMap((word) => {
      const flag = /^--?test\.(?<name>\w+)=/.exec(word)?.groups?.['name'];
      if (flag === 'testlogfile') return [];
      if (flag === undefined || !outputFlags.includes(flag)) return [word];
      const place = folders.includes(flag) ? 'out' : `out/${flag}`;
      return [`-test.${flag}=${bundleFolder}/${place}`];
    }),
    ...own,
  ];
}
