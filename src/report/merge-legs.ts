import type { LegReport } from './schema.ts';

type Guard = NonNullable<LegReport['guard']>;
type Stress = NonNullable<LegReport['stress']>;

/** From the strongest to the weakest. */
const tiers: readonly Guard['tier'][] = ['cgroup', 'sudo', 'watcher', 'none'];

/** One leg of several jobs as one: what is true of all of them, and the worst of what differs. */
export function mergeLegs(legs: readonly LegReport[]): LegReport[] {
  return [...new Set(legs.map(({ name }) => name))].map((name) =>
    mergeLeg(legs.filter((leg) => leg.name === name)),
  );
}

function mergeLeg(parts: readonly LegReport[]): LegReport {
  const [first] = parts;
  if (first === undefined) throw new Error('a leg of no job');
  const guard = mergeGuards(parts.flatMap((leg) => leg.guard ?? []));
  const rounds = parts.flatMap((leg) => leg.rounds ?? []);
  const stress = parts.flatMap((leg) => leg.stress ?? []);
  const times = parts.flatMap(({ elapsedMs }) => elapsedMs ?? []);
  return {
    name: first.name,
    race: parts.some(({ race }) => race),
    heapProfile: parts.some(({ heapProfile }) => heapProfile),
    goVersion: [...new Set(parts.map(({ goVersion }) => goVersion))].join(', '),
    command: commonWords(parts.map(({ command }) => command)),
    exitCode: worstExit(parts),
    signal: parts.find(({ signal }) => signal !== null)?.signal ?? null,
    // They run side by side.
    elapsedMs: times.length === 0 ? null : Math.max(...times),
    ...(guard === null ? {} : { guard }),
    ...(stress.length === 0 ? {} : { stress: mergeStress(stress) }),
    ...(rounds.length === 0 ? {} : { rounds }),
  };
}

/** Each job had its time for its own packages. */
function mergeStress(parts: readonly Stress[]): Stress {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const sum = (of: (part: Stress) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    budgetMs: sum(({ budgetMs }) => budgetMs),
    spentMs: sum(({ spentMs }) => spentMs),
    packages: parts.flatMap(({ packages }) => packages),
  };
}

/** Each job has its own packages, and perhaps folders, in the command; the rest is what all of them ran. */
function commonWords(commands: readonly string[][]): string[] {
  const [first = [], ...others] = commands;
  const sets = others.map((command) => new Set(command));
  return first.filter((word) => sets.every((words) => words.has(word)));
}

/** Null, nobody saw it, outdoes a failure, which outdoes 0. */
function worstExit(parts: readonly LegReport[]): number | null {
  const codes = parts.map(({ exitCode }) => exitCode);
  return codes.includes(null) ? null : (codes.find((code) => code !== 0) ?? 0);
}

function mergeGuards(guards: readonly Guard[]): Guard | null {
  const [first] = guards;
  if (first === undefined) return null;
  const ceilings = guards.flatMap(({ ceilingBytes }) => ceilingBytes ?? []);
  const tried = new Map(
    guards
      .flatMap((guard) => guard.tried)
      .map((one): [string, typeof one] => [`${one.tier} ${one.problem}`, one]),
  );
  return {
    tier: guards.reduce(
      (worst, { tier }) => (tiers.indexOf(tier) > tiers.indexOf(worst) ? tier : worst),
      first.tier,
    ),
    ceilingBytes: ceilings.length === 0 ? null : Math.min(...ceilings),
    tried: [...tried.values()],
  };
}
