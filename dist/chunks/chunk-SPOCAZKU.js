import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keepFigures,
  planShards
} from "./chunk-E7JFJAP3.js";
import {
  parseShardCount
} from "./chunk-4Z6IVO33.js";
import {
  isTracked,
  openStore
} from "./chunk-Q5NST6EV.js";

// src/github/matrix-mode.ts
async function planMatrix(settings, shards, ports) {
  const wanted = parseShardCount(shards.text, shards.where);
  const { matrix, summary } = await planShards(settings, wanted, ports);
  return { matrix: JSON.stringify(matrix), summary };
}
async function keepMerged(merged, { heap, directory }, ports) {
  const { report } = merged;
  const { run, env, baseline: origin } = ports;
  const store = openStore(heap.baseline, { run, env, directory, ...origin });
  if (store === null || report.comparison === null) return report;
  const found = measurementOf(merged);
  const recorded = "because" in found ? { packages: 0, store: store.name, because: found.because } : await keepFigures(store, isTracked(origin.event, found.head, heap.branches), {
    report,
    ...found
  });
  return { ...report, comparison: { ...report.comparison, recorded } };
}
function measurementOf({
  pieces,
  doubts
}) {
  const [doubt] = doubts;
  if (doubt !== void 0) return { because: `the reports are not all of the run: ${doubt}` };
  if (pieces.some(({ verdict }) => verdict.reasons.some(({ kind }) => kind === "cancelled")))
    return { because: "a shard was stopped before its end" };
  const lost = pieces.flatMap(({ verdict }) => verdict.reasons).find(({ kind }) => kind === "lost");
  if (lost !== void 0) return { because: `a shard lost results: ${lost.message}` };
  const measurements = pieces.flatMap(({ shard }) => shard?.measured ?? []);
  const [first] = measurements;
  if (first === void 0) return { because: "no shard took heap profiles" };
  if (measurements.some(({ head }) => head.commit !== first.head.commit))
    return { because: "the shards checked out different commits" };
  return {
    head: first.head,
    measured: measurements.flatMap(
      ({ keys, environment }) => keys.map((key) => ({ key, environment }))
    )
  };
}

export {
  planMatrix,
  keepMerged
};
