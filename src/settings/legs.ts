import { parseDuration } from './duration.ts';
import { parseGoTestFlags } from './go-test-flags.ts';
import type { Problem } from './input-error.ts';
import { nearest } from './nearest.ts';
import { splitQuotedWords } from './quoted-words.ts';
import type { LegDefinition } from './schema.ts';
import type { Leg } from './settings.ts';

const builtIn: LegDefinition[] = [
  { name: 'race', race: true },
  { name: 'memory', 'heap-profile': true },
  { name: 'stress', race: true, stress: '5m' },
  { name: 'fuzz', fuzz: '30s' },
];

export interface LegSources {
  names: (string | LegDefinition)[];
  /** Every leg that any source defines, so that a flag may choose one from the file by its name. */
  definitions: (string | LegDefinition)[];
  legsWhere: string;
  /** From the file or an input: several words an item. */
  flagItems: string[];
  /** From the command line, split by the shell. */
  flagWords: string[];
  flagsWhere: string;
  timeout: string | null;
  timeoutWhere: string;
  fresh: boolean;
}

export function resolveLegs(sources: LegSources, problems: Problem[]): Leg[] {
  const known = new Map(builtIn.map((leg) => [leg.name, leg]));
  for (const item of sources.definitions) {
    if (typeof item !== 'string') known.set(item.name, item);
  }
  const common = commonWords(sources, problems);
  const seen = new Set<string>();
  const legs: Leg[] = [];
  for (const item of sources.names) {
    const name = typeof item === 'string' ? item : item.name;
    const definition = known.get(name);
    if (definition === undefined) {
      const near = nearest(name, [...known.keys()]);
      const hint = near === null ? '' : `did you mean ${near}? `;
      const fix = `${hint}known legs: ${[...known.keys()].join(', ')}; define others under "legs" in .crash-guard.yml`;
      problems.push({ where: sources.legsWhere, what: `unknown leg ${JSON.stringify(name)}`, fix });
    } else if (seen.has(name)) {
      problems.push({
        where: sources.legsWhere,
        what: `leg ${name} is named twice`,
        fix: 'name each leg once',
      });
    } else {
      legs.push(toLeg(definition, common, sources, problems));
    }
    seen.add(name);
  }
  return legs;
}

/** The flags that hold for every leg: the user's, then --timeout and --fresh as go test spells them. */
function commonWords(sources: LegSources, problems: Problem[]): string[] {
  const words = joinFlags(
    splitItems(sources.flagItems, sources.flagsWhere, problems),
    sources.flagWords,
  );
  const { flags, problems: found } = parseGoTestFlags(words, sources.flagsWhere);
  problems.push(...found);
  if (flags.race !== null) {
    problems.push({
      where: sources.flagsWhere,
      what: '-race belongs to a leg, not to all',
      fix: 'choose legs: --legs race, or a leg of your own with "race: true"',
    });
  }
  if (sources.timeout !== null && flags.timeout !== null && sources.timeout !== flags.timeout) {
    problems.push({
      where: sources.timeoutWhere,
      what: `timeout ${sources.timeout} contradicts the go test flag -timeout ${flags.timeout}`,
      fix: 'give one of them',
    });
  }
  if (sources.fresh && flags.count !== null && flags.count !== '1') {
    problems.push({
      where: sources.flagsWhere,
      what: `fresh (-count=1) contradicts the go test flag -count ${flags.count}`,
      fix: 'leave fresh out: any -count runs the tests anew',
    });
  }
  const added = [
    ...(sources.timeout === null ? [] : [`-timeout=${sources.timeout}`]),
    ...(sources.fresh && flags.count === null ? ['-count=1'] : []),
  ];
  return [...added, ...words];
}

function toLeg(
  definition: LegDefinition,
  common: string[],
  sources: LegSources,
  problems: Problem[],
): Leg {
  const where = `${sources.legsWhere} ${definition.name}`;
  const tags = definition.tags === undefined ? [] : [`-tags=${definition.tags.join(',')}`];
  // A result from the cache leaves nothing that could be repeated.
  const fresh = definition.stress === undefined ? [] : ['-count=1'];
  const own = [...fresh, ...tags, ...splitItems(definition.flags ?? [], where, problems)];
  // The leg's own flags win: go test takes the last.
  const { flags, problems: found } = parseGoTestFlags(joinFlags(common, own), where);
  if (own.length > 0) problems.push(...found.filter(({ what }) => !alreadySaid(what, problems)));
  if (flags.race !== null && parseGoTestFlags(common, where).flags.race === null) {
    problems.push({
      where,
      what: '-race is no flag of a leg',
      fix: `write "race: ${String(flags.race)}" in the leg`,
    });
  }
  const toolchain =
    definition.go === undefined ? {} : { GOTOOLCHAIN: `go${definition.go.replace(/^go/, '')}` };
  return {
    name: definition.name,
    race: definition.race ?? false,
    heapProfile: definition['heap-profile'] ?? false,
    env: { ...toolchain, ...definition.env },
    goTestFlags: flags,
    stressMs: definition.stress === undefined ? null : parseDuration(definition.stress),
    fuzzMs: definition.fuzz === undefined ? null : parseDuration(definition.fuzz),
  };
}

/** What follows -args belongs to the test binary: flags go before it, whoever gave them. */
function joinFlags(first: readonly string[], second: readonly string[]): string[] {
  const a = splitAtArgs(first);
  const b = splitAtArgs(second);
  const args = [...a.args, ...b.args];
  return [...a.flags, ...b.flags, ...(args.length > 0 ? ['-args', ...args] : [])];
}

function splitAtArgs(words: readonly string[]): { flags: string[]; args: string[] } {
  const at = words.findIndex((word) => word === '-args' || word === '--args');
  return at < 0
    ? { flags: [...words], args: [] }
    : { flags: words.slice(0, at), args: words.slice(at + 1) };
}

function alreadySaid(what: string, problems: Problem[]): boolean {
  return problems.some((problem) => problem.what === what);
}

function splitItems(items: string[], where: string, problems: Problem[]): string[] {
  return items.flatMap((item) => {
    const split = splitQuotedWords(item);
    if ('words' in split) return split.words;
    problems.push({
      where,
      what: `${JSON.stringify(item)}: ${split.problem}`,
      fix: 'close the quote',
    });
    return [];
  });
}
