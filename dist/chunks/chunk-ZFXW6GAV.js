import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  recordStore
} from "./chunk-VX6ODH4P.js";
import {
  writeAtomically
} from "./chunk-GUNDL3TO.js";
import {
  readBounded,
  recordParser
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout
} from "./chunk-UNYLEEOB.js";
import {
  _maxLength,
  array,
  literal,
  nullable,
  number,
  object,
  string
} from "./chunk-TYNGSIJO.js";

// src/settings/settings.ts
var memProfileRate = 512;

// src/run/shim-file.ts
function dumpsCores({ race, goTestFlags }) {
  return !race && !goTestFlags.words.some((word) => /^--?[am]san(?:=true)?$/.test(word));
}
function shimFile(request) {
  const { plan, out, run, snapshot, cores, diagnose, keep, rerun } = request;
  const { leg } = plan;
  const plain = diagnose === "" && rerun === void 0;
  const dumps = cores.enabled && dumpsCores(leg);
  return {
    schema: 1,
    run,
    leg: leg.name,
    store: plain ? recordStore(plan) : "",
    testLog: plain && leg.goTestFlags.exec.length === 0,
    heapProfile: plain && leg.heapProfile,
    memProfileRate,
    guard: goTestFiles.guard(request.folder),
    agentSettings: {
      snapshotAtPercent: snapshot.atPercent ?? 0,
      ceilingBytes: request.usableBytes ?? 0,
      goroutines: snapshot.goroutines ?? 0,
      requests: snapshot.testTimeMs !== null || snapshot.noProgressMs !== null,
      core: dumps,
      leaks: plan.leaks && diagnose === "" && (rerun?.leaks ?? true)
    },
    core: { enabled: dumps, pattern: cores.pattern },
    diagnose,
    keep: keep === "died" ? "" : keep,
    rerun: rerun?.number ?? 0,
    perturb: rerun?.perturb ?? 0,
    fallbackDir: layout.strayPackages(out, leg.name),
    packages: Object.fromEntries(
      plan.packages.map((item) => [
        item.dir,
        {
          package: item.package,
          dir: rerun?.place ?? layout.package(out, leg.name, item.package),
          agent: agentMode(item),
          memProfileRate: plan.rates.get(item.package) ?? 0
        }
      ])
    )
  };
}
function agentMode(planned) {
  if (planned.injection === "none") return "";
  return planned.quiet ? "quiet" : "sample";
}

// src/run/core-ledger.ts
var problems = array(string().check(_maxLength(1e4))).check(_maxLength(1e3));
var ledgerSchema = object({
  schema: literal(1),
  /** Why there could be none, although they were wanted. */
  unavailable: nullable(string()),
  /** About core_pattern, since it was put back or should have been. */
  pattern: problems,
  /** Who could not be read, fetched or packed, and what was dropped. */
  problems,
  /** Paths are relative to the run folder. */
  kept: array(object({ path: string(), bytes: number(), packedBytes: number() }))
});
var parseLedger = recordParser(ledgerSchema);
var emptyLedger = {
  schema: 1,
  unavailable: null,
  pattern: [],
  problems: [],
  kept: []
};
async function readCoreLedger(out) {
  return parseLedger(await readBounded(layout.cores(out), 1 << 22)) ?? emptyLedger;
}
async function writeCoreLedger(out, ledger) {
  await writeAtomically(layout.cores(out), `${JSON.stringify(ledger)}
`);
}
function coreGaps({ unavailable, pattern, problems: problems2 }, legs, packages) {
  const dumping = new Set(legs.filter(({ race }) => !race).map(({ name }) => name));
  const missed = packages.some(({ leg, ending }) => dumping.has(leg) && ending === "crashed");
  const all = [
    ...unavailable !== null && missed ? [`no core was kept: ${unavailable}`] : [],
    ...pattern,
    ...problems2
  ];
  return all.map((what) => ({ what }));
}

export {
  emptyLedger,
  readCoreLedger,
  writeCoreLedger,
  coreGaps,
  dumpsCores,
  shimFile
};
