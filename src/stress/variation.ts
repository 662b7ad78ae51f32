import { seedOf } from './seed.ts';

/** In what a run of the test binary differs from the ordinary one. */
export interface Variation {
  /** Top-level tests to run; null for all. */
  tests: readonly string[] | null;
  /** How often each runs in the process. */
  count: number;
  /** Seed of the order; null for the order of the package. */
  shuffle: number | null;
  /** Processors that Go uses: GOMAXPROCS; several make every test run with each. */
  processors: readonly number[];
  /** Seed of disturbed scheduling; 0 for none. */
  perturb: number;
}

export interface VariationRequest {
  package: string;
  /** How many runs the package had: 0 for the first. */
  run: number;
  /** Of the whole leg; another one brings other orders. */
  seed: number;
  /** Processors of the machine. */
  cores: number;
  tests: readonly { name: string; elapsedMs: number }[];
  /** Tests may run twice in one process. */
  mayRepeat: boolean;
  /** Tests may run without the others of their package. */
  mayChoose: boolean;
}

/** A process of very short tests costs more than they do: it repeats them for about so long. */
const repeatMs = 800;
const maxCount = 50;
/** So few tests at a time run often. */
const fewTests = 3;

interface Kind {
  few: boolean;
  processors: (cores: number) => number[];
  perturbed: boolean;
}

const all = (cores: number): number[] => [cores];
const one = (): number[] => [1];
const two = (): number[] => [2];
const many = (cores: number): number[] => [4 * cores];

/** One after the other. */
const kinds: readonly Kind[] = [
  { few: false, processors: all, perturbed: true },
  { few: true, processors: all, perturbed: true },
  { few: true, processors: many, perturbed: false },
  { few: false, processors: one, perturbed: false },
  { few: true, processors: two, perturbed: true },
  { few: false, processors: many, perturbed: true },
  { few: true, processors: all, perturbed: false },
  { few: true, processors: one, perturbed: true },
  { few: false, processors: (cores) => [1, 4 * cores], perturbed: false },
  { few: true, processors: many, perturbed: true },
];

/** How the next run of a package differs. The same request gives the same answer. */
export function variationOf(request: VariationRequest): Variation {
  const { run, cores, tests, mayRepeat, mayChoose } = request;
  const kind = kinds[run % kinds.length] as Kind;
  const seed = seedOf(request.package, request.seed, run);
  const few = kind.few && mayChoose && tests.length > fewTests;
  const chosen = few ? chooseTests(tests, run) : tests;
  const processors = [...new Set(kind.processors(cores))];
  return {
    tests: few ? chosen.map(({ name }) => name) : null,
    count: mayRepeat ? countFor(chosen) : 1,
    shuffle: seed,
    processors: mayRepeat ? processors : processors.slice(-1),
    perturb: kind.perturbed ? seed : 0,
  };
}

/** Neighbours, a few at a time, all of them in turn: they tend to use the same things. */
function chooseTests<T>(tests: readonly T[], run: number): T[] {
  const turns = Math.ceil(tests.length / fewTests);
  const fewBefore = kinds.slice(0, run % kinds.length).filter(({ few }) => few).length;
  const fewEach = kinds.filter(({ few }) => few).length;
  const turn = (Math.floor(run / kinds.length) * fewEach + fewBefore) % turns;
  return tests.slice(turn * fewTests, (turn + 1) * fewTests);
}

function countFor(tests: readonly { elapsedMs: number }[]): number {
  const once = tests.reduce((sum, { elapsedMs }) => sum + Math.max(1, elapsedMs), 0);
  return Math.max(1, Math.min(maxCount, Math.floor(repeatMs / Math.max(1, once))));
}

/** Neither another order nor another schedule: what fails like this too fails for another reason. */
export function plain(variation: Variation, count: number): Variation {
  return { ...variation, count, shuffle: null, processors: [], perturb: 0 };
}
