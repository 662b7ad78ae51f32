import { InputError, type Problem } from './input-error.ts';
import { inBrackets, validateLayer, type Layer, type ValidLayer } from './layer.ts';
import { resolveLegs } from './legs.ts';
import { parseDuration } from './duration.ts';
import { resolveHeap } from './resolve-heap.ts';
import { resolvePublishing } from './publishing.ts';
import { parseMemoryLimit, type MemoryLimit } from './memory-limit.ts';
import { failOnKinds, parseSnapshotAt, type SettingKey, type SettingsFile } from './schema.ts';
import type { Settings, SnapshotTriggers } from './settings.ts';
import { resolveResilience } from './resilience.ts';
import { resolveShard } from './shard.ts';

export interface Sources {
  /** Strongest first: flags or inputs, then the settings file. */
  layers: Layer[];
  /** Problems that reading the layers already met; they are reported together with all others. */
  problems: Problem[];
  /** Absolute. */
  directory: string;
  /** Makes a path of the user's absolute, relative to the directory that `out` is relative to. */
  absolute: (path: string) => string;
  /** go test flags of the command line, after `--`, already split into words. */
  goTestWords?: string[];
  /** The commit to compare with, as the command line names it. */
  base?: string;
  /** The share of the packages, and the flag or input that names it. */
  shard?: { text: string; where: string };
}

type HeapKey = 'baseline' | 'heap-threshold' | 'heap';
type PublishingKey = 'comment' | 'annotations' | 'artifacts' | 'retention-days';
type ResilienceKey = 'attempts' | 'flaky' | 'isolate' | 'isolate-time' | 'leaks';

const defaults: {
  [
    K in Exclude<SettingKey, 'timeout' | 'memory-limit' | HeapKey | PublishingKey | ResilienceKey>
  ]: NonNullable<SettingsFile[K]>;
} = {
  packages: ['./...'],
  legs: ['race', 'memory'],
  'go-test-flags': [],
  out: '.crash-guard/out',
  'fail-on': [...failOnKinds],
  diagnose: true,
  fresh: false,
  'core-dumps': 'auto',
  snapshot: {},
};
const snapshotAtPercent = 80;

/** Merges all sources into one Settings. Throws one InputError with every problem of every source. */
export function resolveSettings(sources: Sources): Settings {
  const problems = [...sources.problems];
  const layers: ValidLayer[] = [];
  for (const raw of sources.layers) {
    const { layer, problems: found } = validateLayer(raw);
    layers.push(layer);
    problems.push(...found);
  }
  const origin: Record<string, string> = {};
  const pick = <K extends SettingKey>(key: K): SettingsFile[K] => {
    const layer = layers.find(({ values }) => values[key] !== undefined);
    origin[key] = layer?.where(key) ?? 'default';
    return layer?.values[key];
  };

  const packages = pick('packages') ?? defaults.packages;
  for (const pattern of packages) {
    if (pattern.startsWith('-') || pattern.trim() === '') {
      problems.push({
        where: origin['packages'] ?? 'packages',
        what: `${JSON.stringify(pattern)} is no package pattern`,
        fix: 'give patterns such as ./... or ./store; flags for go test go after "--" or into go-test-flags',
      });
    }
  }
  const flagItems = pick('go-test-flags') ?? defaults['go-test-flags'];
  const flagWords = sources.goTestWords ?? [];
  if (flagWords.length > 0) {
    const below = flagItems.length > 0 ? `${origin['go-test-flags'] ?? ''} and ` : '';
    origin['go-test-flags'] = `${below}flags after "--"`;
  }
  const legs = resolveLegs(
    {
      names: pick('legs') ?? defaults.legs,
      definitions: layers.flatMap(({ values }) => values.legs ?? []),
      legsWhere: origin['legs'] ?? 'legs',
      flagItems,
      flagWords,
      flagsWhere: origin['go-test-flags'] ?? 'go-test-flags',
      timeout: pick('timeout') ?? null,
      timeoutWhere: origin['timeout'] ?? 'timeout',
      fresh: pick('fresh') ?? defaults.fresh,
    },
    problems,
  );
  if (sources.shard !== undefined) origin['shard'] = sources.shard.where;
  const heap = pick('heap');
  const heapWhere = layers.find(({ values }) => values.heap !== undefined)?.where;
  const settings: Settings = {
    directory: sources.directory,
    packages,
    shard: resolveShard(sources.shard, problems),
    legs,
    out: sources.absolute(pick('out') ?? defaults.out),
    failOn: pick('fail-on') ?? defaults['fail-on'],
    memoryLimit: memoryLimit(pick('memory-limit')),
    coreDumps: pick('core-dumps') ?? defaults['core-dumps'],
    diagnose: pick('diagnose') ?? defaults.diagnose,
    snapshot: snapshotTriggers(pick('snapshot') ?? defaults.snapshot),
    heap: resolveHeap(
      {
        baseline: pick('baseline'),
        threshold: pick('heap-threshold'),
        heap,
        base: sources.base,
        where: (inner) => (heapWhere?.('heap', inner) ?? 'heap') + inBrackets(inner),
        absolute: sources.absolute,
      },
      problems,
    ),
    publishing: resolvePublishing({
      comment: pick('comment'),
      annotations: pick('annotations'),
      artifacts: pick('artifacts'),
      retentionDays: pick('retention-days'),
    }),
    resilience: resolveResilience({
      attempts: pick('attempts'),
      flaky: pick('flaky'),
      isolate: pick('isolate'),
      isolateTime: pick('isolate-time'),
      leaks: pick('leaks'),
    }),
    sources: origin,
  };
  if (problems.length > 0) throw new InputError(problems);
  return settings;
}

function memoryLimit(text: string | undefined): MemoryLimit {
  const parsed = text === undefined ? null : parseMemoryLimit(text);
  return parsed === null || 'problem' in parsed ? { kind: 'default' } : parsed;
}

function snapshotTriggers(given: NonNullable<SettingsFile['snapshot']>): SnapshotTriggers {
  const time = (text: string | undefined): number | null =>
    text === undefined ? null : parseDuration(text);
  const at = given.at === undefined ? snapshotAtPercent : parseSnapshotAt(given.at);
  return {
    atPercent: at ?? null,
    goroutines: given.goroutines ?? null,
    testTimeMs: time(given['test-time']),
    noProgressMs: time(given['no-progress']),
  };
}
