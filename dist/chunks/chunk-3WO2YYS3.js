import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  resolveShard
} from "./chunk-4Z6IVO33.js";
import {
  heapMetrics,
  metricOfWord,
  parseGoTestFlags
} from "./chunk-LSEFGULL.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  parseDuration,
  splitQuotedWords
} from "./chunk-MYAVKQUZ.js";
import {
  _enum,
  _gte,
  _lte,
  _maxLength,
  _minLength,
  _regex,
  array,
  boolean,
  describe,
  int,
  optional,
  record,
  refine,
  strictObject,
  string,
  union
} from "./chunk-TYNGSIJO.js";
import {
  __commonJS,
  __toESM
} from "./chunk-5XWL5JNG.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// src/entry/load-settings.ts
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/settings/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
function nearest(word, candidates) {
  const ranked = candidates.map((candidate) => ({ candidate, edits: (0, import_fastest_levenshtein.distance)(word.toLowerCase(), candidate) })).sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== void 0 && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}

// src/settings/baseline-choice.ts
var baselineFix = "give git (a branch of the repository), file:PATH (a folder), or none (no comparison)";
function parseBaseline(text) {
  if (text === "git" || text === "none") return { kind: text };
  const path = /^file:(?<path>.*)$/s.exec(text)?.groups?.["path"];
  if (path === void 0) return { problem: "is no place for a baseline" };
  if (path.trim() === "") return { problem: "names no folder" };
  if (path.startsWith("//")) return { problem: "is a URL, not a path" };
  return path.includes("\0") ? { problem: "is no path" } : { kind: "file", path };
}
function withBaselinePath(text, change) {
  const parsed2 = parseBaseline(text);
  return "kind" in parsed2 && parsed2.kind === "file" ? `file:${change(parsed2.path)}` : text;
}

// src/settings/calendar-day.ts
function isCalendarDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

// src/settings/size.ts
var unitBytes = /* @__PURE__ */ new Map([
  ["b", 1],
  ["kb", 1e3],
  ["mb", 1e3 ** 2],
  ["gb", 1e3 ** 3],
  ["kib", 1024],
  ["mib", 1024 ** 2],
  ["gib", 1024 ** 3]
]);
var sizeUnits = "B, KB, MB, GB, KiB, MiB, GiB";
function parseSize(text) {
  const match = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>[kmg]?i?b)$/i.exec(text);
  const perUnit = unitBytes.get(match?.groups?.["unit"]?.toLowerCase() ?? "");
  if (match === null || perUnit === void 0) return null;
  const bytes = Math.floor(Number(match.groups?.["amount"]) * perUnit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
function parsePercent(text) {
  const amount = /^(?<amount>\d{1,6}(?:\.\d{1,6})?) ?%$/.exec(text)?.groups?.["amount"];
  return amount === void 0 ? null : Number(amount);
}

// src/settings/growth-cap.ts
var capFix = `give what the figure may reach: a size such as 120MiB (units: ${sizeUnits}), a number such as 5000 for what is counted, or a share over the base such as +30%`;
var maxPercent = 1e3;
function parseCap(value) {
  const text = String(value);
  if (text.startsWith("+")) {
    const percent = parsePercent(text.slice(1));
    if (percent === null) return { problem: "is no share over the base" };
    if (percent === 0) return { problem: "accepts no growth at all" };
    if (percent > maxPercent) return { problem: `is more than ${String(maxPercent)}%` };
    return { kind: "factor", factor: 1 + percent / 100, unit: null };
  }
  if (parsePercent(text) !== null) return { problem: 'is a share without a "+"' };
  const bytes = parseSize(text);
  const count = /^\d{1,15}$/.test(text) ? Number(text) : null;
  const amount = bytes ?? count;
  if (amount === null) return { problem: "is neither an amount nor a share over the base" };
  if (amount === 0) return { problem: "accepts nothing" };
  return { kind: "amount", amount, unit: bytes === null ? "count" : "bytes" };
}

// src/settings/heap-schema.ts
var metricWords = Object.values(heapMetrics).map(({ word }) => word);
var metricPolicies = ["enforce", "warn", "off"];
var confirmModes = ["head", "base", "off"];
var maxThresholdPercent = 1e3;
var maxEntries = 1e3;
var maxTextLength = 1e3;
var parsed = (parse) => string().check(
  refine((text) => !("problem" in parse(text)), {
    error: ({ input }) => {
      const result = parse(String(input));
      return "problem" in result ? String(result.problem) : "";
    }
  })
);
var baselineSchema = parsed(parseBaseline).check(
  describe(
    "Where the figures of earlier commits are kept: git (a branch of the repository; the default), file:PATH (a folder), none"
  )
);
var thresholdSchema = string().check(
  refine((text) => (parsePercent(text) ?? Infinity) <= maxThresholdPercent, {
    error: `is no share between 0% and ${String(maxThresholdPercent)}%`
  }),
  describe("How much more counts as grown, for example 5% (the default)")
);
var size = string().check(refine((text) => (parseSize(text) ?? 0) > 0, { error: "is no size above zero" }));
var pattern = string().check(
  _maxLength(maxTextLength, { error: "is too long" }),
  refine((text) => /^[^\s-]\S*$/.test(text), { error: "is no package pattern" }),
  describe(
    "A package, ./store or an import path; ... stands for anything, * for anything without a slash"
  )
);
var testPattern = string().check(
  _maxLength(maxTextLength, { error: "is too long" }),
  refine((text) => text.trim() !== "", { error: "names no test" }),
  describe("A test, * stands for anything; without it the whole package is meant")
);
var budgetEntrySchema = strictObject({
  package: pattern,
  test: optional(testPattern),
  allocated: optional(size.check(describe("Allocated in all, for example 64MiB"))),
  "in-use": optional(size.check(describe("In use at the end"))),
  rss: optional(size.check(describe("Peak of the resident memory of the process"))),
  "leak-per-stack": optional(size.check(describe("What one stack may hold at the end")))
});
var cap = union([string(), int()]).check(
  refine((value) => !("problem" in parseCap(value)), {
    error: ({ input }) => {
      const result = parseCap(input);
      return "problem" in result ? result.problem : "";
    }
  }),
  describe("What the figure may reach: 120MiB, 5000, or +30% over the base")
);
var acceptEntrySchema = strictObject({
  package: pattern,
  test: optional(testPattern),
  metric: _enum(metricWords),
  "up-to": cap,
  until: string().check(
    refine(isCalendarDay, { error: "is no day of the calendar" }),
    describe("The last day on which this holds, for example 2026-12-31")
  ),
  reason: string().check(
    _maxLength(maxTextLength, { error: "is too long" }),
    refine((text) => text.trim() !== "", { error: "gives no reason" }),
    describe("Why this growth is wanted")
  )
});
var branch = string().check(
  _maxLength(maxTextLength, { error: "is too long" }),
  refine((text) => /^[^\s~^:\\-][^\s~^:\\]*$/.test(text), { error: "is no name of a branch" })
);
var policy = optional(_enum(metricPolicies));
var metricsSchema = strictObject(
  Object.fromEntries(metricWords.map((word) => [word, policy]))
);
var heapFileSchema = strictObject({
  branches: optional(
    array(branch).check(
      _maxLength(maxEntries, { error: "are too many" }),
      describe(
        "Branches whose pushes are recorded; default: the default branch, main and master"
      )
    )
  ),
  confirm: optional(
    _enum(confirmModes).check(
      describe(
        "What is measured again before a growth counts: head (the default), base (the base commit as well), off"
      )
    )
  ),
  metrics: optional(
    metricsSchema.check(
      describe("Whether a growth of each figure fails the run, warns, or is off")
    )
  ),
  budgets: optional(
    array(budgetEntrySchema).check(
      _maxLength(maxEntries, { error: "are too many" }),
      describe("What a package or test may never reach, with or without a base")
    )
  ),
  accept: optional(
    array(acceptEntrySchema).check(
      _maxLength(maxEntries, { error: "are too many" }),
      describe("Growth that is wanted, up to a cap and until a day")
    )
  )
});
var sizeFix = `give a size such as 64MiB (units: ${sizeUnits})`;
var patternFix = "give a package such as ./store, ./store/... or an import path";
var testFix = "give the name of a test such as TestOrders or Test*, or leave it out";
var heapFixes = {
  baseline: baselineFix,
  "heap-threshold": "give a share such as 5%",
  heap: "give a mapping with branches, confirm, metrics, budgets, accept",
  "heap.branches": "give a list of branches such as [main, release/1.x]",
  "heap.branches.[]": "give the name of a branch such as main or release/1.x",
  "heap.metrics": `give a mapping of ${metricWords.join(", ")} to ${metricPolicies.join(", ")}`,
  "heap.budgets": "give a list of mappings, each with a package and what it may not reach",
  "heap.budgets.[]": "give a mapping with package, test, allocated, in-use, rss, leak-per-stack",
  "heap.budgets.[].package": patternFix,
  "heap.budgets.[].test": testFix,
  "heap.budgets.[].allocated": sizeFix,
  "heap.budgets.[].in-use": sizeFix,
  "heap.budgets.[].rss": sizeFix,
  "heap.budgets.[].leak-per-stack": sizeFix,
  "heap.accept": "give a list of mappings, each with package, metric, up-to, until, reason",
  "heap.accept.[]": "give a mapping with package, test, metric, up-to, until, reason",
  "heap.accept.[].package": patternFix,
  "heap.accept.[].test": testFix,
  "heap.accept.[].up-to": capFix,
  "heap.accept.[].until": "give the last day on which it holds, such as 2026-12-31",
  "heap.accept.[].reason": "say in a sentence why this growth is wanted"
};

// src/settings/memory-limit.ts
var memoryLimitFix = `give a size such as 2GiB or 512MiB (units: ${sizeUnits}), a share of what this job may use such as 80%, or off`;
var leastBytes = 16 * 1024 ** 2;
function parseMemoryLimit(text) {
  if (text === "off") return { kind: "off" };
  const percent = parsePercent(text);
  if (percent !== null) {
    if (percent > 100) return { problem: "is more than all of the memory" };
    return percent > 0 ? { kind: "percent", percent } : { problem: "leaves nothing to run in" };
  }
  const bytes = parseSize(text);
  if (bytes !== null) {
    if (bytes === 0) return { problem: "leaves nothing to run in" };
    if (bytes < leastBytes)
      return { problem: "is too little for the go command, which needs more than 16MiB" };
    return { kind: "bytes", bytes };
  }
  if (/^0+$/.test(text)) return { problem: "leaves nothing to run in" };
  if (/^\d+(?:\.\d+)?$/.test(text)) return { problem: "has no unit" };
  return { problem: "is no memory limit" };
}

// src/settings/publishing-schema.ts
var commentModes = ["always", "changed", "problems", "off"];
var annotationModes = ["auto", "check", "log", "off"];
var artifactWords = [
  ...["profiles", "black-boxes", "cores", "logs", "passing", "none"]
];
var maxRetentionDays = 400;
var commentSchema = _enum(commentModes).check(
  describe(
    "The comment on the pull request: always (the default), changed (an old one stays while it says the same), problems (only when something is wrong), off"
  )
);
var annotationsSchema = _enum(annotationModes).check(
  describe(
    "Remarks on lines: auto (a check run where the token may write one, else the log; the default), check, log, off"
  )
);
var artifactsSchema = array(_enum(artifactWords)).check(
  refine((words2) => !words2.includes("none") || words2.length === 1, {
    error: "cannot have anything beside none"
  }),
  describe(
    "What is uploaded beside the report, of packages that did not pass or that grew: profiles, black-boxes, cores, logs (default: all four); passing: also of packages that passed; none"
  )
);
var retentionDaysSchema = int().check(
  _gte(1, { error: "is less than a day" }),
  _lte(maxRetentionDays, { error: `is more than ${String(maxRetentionDays)} days` }),
  describe("Days that artifacts are kept; default: as the repository has it")
);
var publishingFixes = {
  "retention-days": `give a whole number of days between 1 and ${String(maxRetentionDays)}`,
  artifacts: "give profiles, black-boxes, cores, logs and passing, or none alone"
};

// src/settings/resilience-schema.ts
var maxAttempts = 100;
var positiveDuration = string().check(
  refine((text) => (parseDuration(text) ?? 0) > 0, {
    error: "is no duration; write one as Go does: 90s, 10m, 1h30m"
  })
);
var attemptsSchema = int().check(
  _gte(1, { error: "is less than one attempt" }),
  _lte(maxAttempts, { error: `is more than ${String(maxAttempts)} attempts` }),
  describe(
    "Attempts that a package may have until all its tests have ended, when one crashes or is killed; default 5, 1 for no further one"
  )
);
var flakyModes = ["fail", "warn"];
var flakySchema = _enum(flakyModes).check(
  describe(
    "What a test means for the verdict that was killed at a limit and passed in a later attempt: fail (the default), warn"
  )
);
var isolateModes = ["off", "on-crash"];
var isolateSchema = _enum(isolateModes).check(
  describe(
    "Search for the smallest set of tests that still crashes: off (the default), on-crash"
  )
);
var isolateTimeSchema = positiveDuration.check(
  describe("Time that the search may take for one package, a Go duration; default 2m")
);
var leakModes = ["report", "fail", "off"];
var leaksSchema = strictObject({
  goroutines: optional(
    _enum(leakModes).check(
      describe(
        "Goroutines that outlive the tests: report (the default), fail (new ones fail the run), off"
      )
    )
  ),
  memory: optional(
    _enum(leakModes).check(
      describe(
        "Memory that grows with each repetition of a test, found by running the tests several times more: off (the default), report, fail (new ones fail the run)"
      )
    )
  ),
  accept: optional(
    array(
      strictObject({
        package: optional(string().check(describe("Import path or pattern with ..."))),
        function: string().check(
          _minLength(1, { error: "is empty" }),
          describe("Function that leaks or starts what leaks, * as wildcard")
        ),
        until: string().check(
          refine(isCalendarDay, { error: "is no day such as 2026-12-31" }),
          describe("Last day on which it holds: 2026-12-31")
        ),
        reason: string().check(
          refine((text) => text.trim() !== "", { error: "is empty" }),
          describe("Why it is let be")
        )
      })
    ).check(describe("Leaks that are let be"))
  )
});
var stressSchema = positiveDuration.check(
  describe(
    "Time for which the tests are repeated in other orders and schedules, a Go duration such as 5m"
  )
);
var fuzzSchema = positiveDuration.check(
  describe("Time for which each fuzz target is fuzzed, a Go duration such as 30s")
);
var resilienceFixes = {
  attempts: `give a whole number between 1 and ${String(maxAttempts)}`,
  "isolate-time": "give a Go duration such as 2m, or leave it out",
  leaks: "give a mapping with goroutines, memory, accept",
  "leaks.accept[]": "give a mapping with function, until and reason",
  "leaks.accept[].until": "give the last day on which it holds, such as 2026-12-31"
};

// src/settings/schema.ts
var failOnKinds = [
  "test-failure",
  "crash",
  "build-failure",
  "missing-tests",
  "no-tests",
  "memory-regression",
  "memory-budget"
];
var coreDumpModes = ["auto", "off", "required"];
var legNamePattern = /^[a-z][a-z0-9-]{0,39}$/;
var words = array(string());
var duration = string().check(
  refine((text) => parseDuration(text) !== null, {
    error: "is no duration; write one as Go does: 90s, 10m, 1h30m"
  }),
  describe("A Go duration: 90s, 10m, 1h30m")
);
var positiveDuration2 = duration.check(
  refine((text) => parseDuration(text) !== 0, { error: "is no time at all" })
);
var memoryLimit = string().check(
  refine((text) => !("problem" in parseMemoryLimit(text)), {
    error: ({ input }) => {
      const parsed2 = parseMemoryLimit(String(input));
      return "problem" in parsed2 ? parsed2.problem : "";
    }
  }),
  describe(
    "Memory that everything a leg runs may use: a size such as 2GiB or 512MiB, a share of what this job may use such as 80%, or off; default 85%"
  )
);
var legName = string().check(
  _regex(legNamePattern, {
    error: 'must be lower-case letters, digits and "-", beginning with a letter'
  })
);
var legDefinitionSchema = strictObject({
  name: legName.check(describe("How the leg is called in the report")),
  race: optional(boolean().check(describe("Run with the race detector"))),
  "heap-profile": optional(boolean().check(describe("Keep one heap profile per package"))),
  tags: optional(words.check(describe("Build tags"))),
  env: optional(
    record(
      string().check(
        refine(
          (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !name.startsWith("CRASH_GUARD_"),
          {
            error: "is no name for an environment variable"
          }
        )
      ),
      string()
    ).check(describe('Environment variables, for example GOARCH: "386"'))
  ),
  go: optional(
    string().check(
      _regex(/^(?:go)?1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/, {
        error: "is no Go version such as 1.24.9"
      }),
      describe("A Go version, fetched as a toolchain (GOTOOLCHAIN)")
    )
  ),
  flags: optional(words.check(describe("Further go test flags for this leg"))),
  stress: optional(stressSchema),
  fuzz: optional(fuzzSchema)
});
var snapshotSchema = strictObject({
  at: optional(
    string().check(
      refine((text) => parseSnapshotAt(text) !== void 0, {
        error: "is neither a whole share between 1% and 99% nor off"
      }),
      describe("Share of the memory ceiling, for example 80% (the default), or off")
    )
  ),
  goroutines: optional(
    int().check(
      _gte(1, { error: "is no number of goroutines" }),
      _lte(1e9, { error: "is more goroutines than any process can hold" }),
      describe("Number of goroutines in a test process; default: off")
    )
  ),
  "test-time": optional(
    positiveDuration2.check(describe("Time that one test has run, a Go duration; default: off"))
  ),
  "no-progress": optional(
    positiveDuration2.check(
      describe("Time in which no test of a process ended or printed; default: off")
    )
  )
});
function parseSnapshotAt(text) {
  if (text === "off") return null;
  const percent = parsePercent(text);
  return percent !== null && Number.isInteger(percent) && percent >= 1 && percent <= 99 ? percent : void 0;
}
var settingsFileSchema = strictObject({
  packages: optional(words.check(describe("Package patterns; default ./..."))),
  legs: optional(
    array(union([legName, legDefinitionSchema])).check(
      _minLength(1, { error: "must name at least one leg" }),
      describe("Ways to run the packages: the names race and memory, or legs of your own")
    )
  ),
  "go-test-flags": optional(words.check(describe("Flags for go test, one or more an item"))),
  out: optional(
    string().check(
      _minLength(1, { error: "names no folder" }),
      describe("Folder for the report and the records")
    )
  ),
  timeout: optional(duration),
  "memory-limit": optional(memoryLimit),
  "core-dumps": optional(
    _enum(coreDumpModes).check(
      describe(
        "Core dumps of crashing tests: auto (in CI where the machine allows them; the default), off, required (refuse to run without)"
      )
    )
  ),
  snapshot: optional(
    snapshotSchema.check(
      describe("When a test process writes its heap profile and all goroutines")
    )
  ),
  baseline: optional(baselineSchema),
  "heap-threshold": optional(thresholdSchema),
  heap: optional(
    heapFileSchema.check(describe("How heap usage is compared with the baseline"))
  ),
  "fail-on": optional(
    array(_enum(failOnKinds)).check(describe("What makes a run fail; default: all of them"))
  ),
  attempts: optional(attemptsSchema),
  flaky: optional(flakySchema),
  isolate: optional(isolateSchema),
  "isolate-time": optional(isolateTimeSchema),
  leaks: optional(leaksSchema.check(describe("What tests leave behind"))),
  comment: optional(commentSchema),
  annotations: optional(annotationsSchema),
  artifacts: optional(artifactsSchema),
  "retention-days": optional(retentionDaysSchema),
  diagnose: optional(
    boolean().check(
      describe(
        "Run a process again that ended itself or died before its first test, to see why; default true"
      )
    )
  ),
  fresh: optional(
    boolean().check(describe("Run every test even if its result is cached (-count=1)"))
  )
});
var settingFixes = {
  "memory-limit": memoryLimitFix,
  snapshot: "give a mapping with at, goroutines, test-time, no-progress",
  "snapshot.at": "give a share of the memory ceiling such as 80%, or off",
  "snapshot.goroutines": "give a whole number such as 10000, or leave it out",
  "snapshot.test-time": "give a Go duration such as 5m, or leave it out",
  "snapshot.no-progress": "give a Go duration such as 2m, or leave it out",
  ...heapFixes,
  ...publishingFixes,
  ...resilienceFixes
};

// src/settings/layer.ts
var keys = Object.keys(settingsFileSchema.shape);
function validateLayer(layer) {
  const { where } = layer;
  const parsed2 = settingsFileSchema.safeParse(layer.values, { reportInput: true });
  if (parsed2.success) return { layer: { values: parsed2.data, where }, problems: [] };
  const { issues } = parsed2.error;
  const problems = issues.flatMap((issue) => describeIssue(issue, layer));
  return { layer: { values: rightValues(layer.values, issues), where }, problems };
}
function rightValues(values, issues) {
  const wrong = new Set(
    issues.flatMap(
      (issue) => issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [String(issue.path[0])]
    )
  );
  const right = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  const parsed2 = settingsFileSchema.safeParse(right);
  return parsed2.success ? parsed2.data : {};
}
function describeIssue(issue, layer) {
  const [key, ...rest] = issue.path;
  if (issue.code === "unrecognized_keys" && key === void 0) {
    return issue.keys.map((unknown) => {
      const near = nearest(unknown, keys);
      return {
        where: layer.where(unknown),
        what: `unknown setting ${JSON.stringify(unknown)}`,
        fix: near === null ? `known settings: ${keys.join(", ")}` : `did you mean ${JSON.stringify(near)}?`
      };
    });
  }
  if (issue.code === "invalid_union" && isMapping(issue.input)) {
    const inner = issue.errors.at(-1) ?? [];
    return inner.flatMap(
      (one) => describeIssue({ ...one, path: [...issue.path, ...one.path] }, layer)
    );
  }
  const where = layer.where(String(key), rest) + inBrackets(rest);
  const described = describeValueIssue(issue);
  const names = issue.path.map((part) => typeof part === "number" ? "[]" : String(part));
  const own = settingFixes[names.join(".")];
  const useOwn = own !== void 0 && issue.code !== "invalid_value";
  return [{ where, ...described, ...useOwn ? { fix: own } : {} }];
}
var missing = "it is missing";
function describeValueIssue(issue) {
  switch (issue.code) {
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const near = typeof issue.input === "string" ? nearest(issue.input, allowed) : null;
      const hint = near === null ? "" : `did you mean ${near}? `;
      return {
        what: issue.input === void 0 ? missing : `${show(issue.input)} is not allowed`,
        fix: `${hint}allowed: ${allowed.join(", ")}`
      };
    }
    case "invalid_type":
      return {
        what: issue.input === void 0 ? missing : `${show(issue.input)} is of the wrong kind`,
        fix: `give ${article(issue.expected)}`
      };
    case "unrecognized_keys":
      return {
        what: `unknown key ${issue.keys.map(show).join(", ")}`,
        fix: "see docs/settings.md for the keys of a leg"
      };
    case "invalid_union":
      if (issue.path[0] !== "legs")
        return {
          what: issue.input === void 0 ? missing : `${show(issue.input)} is of the wrong kind`,
          fix: "see docs/settings.md"
        };
      return {
        what: `${show(issue.input)} is no leg`,
        fix: 'give a name (lower-case letters, digits, "-") or a mapping with name, race, heap-profile, tags, env, go, flags'
      };
    case "invalid_key":
      return {
        what: `${show(issue.input)} ${issue.issues[0]?.message ?? issue.message}`,
        fix: "give another name"
      };
    default:
      return { what: `${show(issue.input)} ${issue.message}`, fix: "see docs/settings.md" };
  }
}
function inBrackets(path) {
  return path.map((part) => `[${String(part)}]`).join("");
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function show(value) {
  const text = JSON.stringify(value);
  return text === void 0 ? "nothing" : text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
function article(kind) {
  return { array: "a list", record: "a mapping", object: "a mapping", boolean: "true or false" }[kind] ?? `a ${kind}`;
}

// src/settings/legs.ts
var builtIn = [
  { name: "race", race: true },
  { name: "memory", "heap-profile": true },
  { name: "stress", race: true, stress: "5m" },
  { name: "fuzz", fuzz: "30s" }
];
function resolveLegs(sources, problems) {
  const known = new Map(builtIn.map((leg) => [leg.name, leg]));
  for (const item of sources.definitions) {
    if (typeof item !== "string") known.set(item.name, item);
  }
  const common = commonWords(sources, problems);
  const seen = /* @__PURE__ */ new Set();
  const legs = [];
  for (const item of sources.names) {
    const name = typeof item === "string" ? item : item.name;
    const definition = known.get(name);
    if (definition === void 0) {
      const near = nearest(name, [...known.keys()]);
      const hint = near === null ? "" : `did you mean ${near}? `;
      const fix = `${hint}known legs: ${[...known.keys()].join(", ")}; define others under "legs" in .crash-guard.yml`;
      problems.push({ where: sources.legsWhere, what: `unknown leg ${JSON.stringify(name)}`, fix });
    } else if (seen.has(name)) {
      problems.push({
        where: sources.legsWhere,
        what: `leg ${name} is named twice`,
        fix: "name each leg once"
      });
    } else {
      legs.push(toLeg(definition, common, sources, problems));
    }
    seen.add(name);
  }
  return legs;
}
function commonWords(sources, problems) {
  const words2 = joinFlags(
    splitItems(sources.flagItems, sources.flagsWhere, problems),
    sources.flagWords
  );
  const { flags, problems: found } = parseGoTestFlags(words2, sources.flagsWhere);
  problems.push(...found);
  if (flags.race !== null) {
    problems.push({
      where: sources.flagsWhere,
      what: "-race belongs to a leg, not to all",
      fix: 'choose legs: --legs race, or a leg of your own with "race: true"'
    });
  }
  if (sources.timeout !== null && flags.timeout !== null && sources.timeout !== flags.timeout) {
    problems.push({
      where: sources.timeoutWhere,
      what: `timeout ${sources.timeout} contradicts the go test flag -timeout ${flags.timeout}`,
      fix: "give one of them"
    });
  }
  if (sources.fresh && flags.count !== null && flags.count !== "1") {
    problems.push({
      where: sources.flagsWhere,
      what: `fresh (-count=1) contradicts the go test flag -count ${flags.count}`,
      fix: "leave fresh out: any -count runs the tests anew"
    });
  }
  const added = [
    ...sources.timeout === null ? [] : [`-timeout=${sources.timeout}`],
    ...sources.fresh && flags.count === null ? ["-count=1"] : []
  ];
  return [...added, ...words2];
}
function toLeg(definition, common, sources, problems) {
  const where = `${sources.legsWhere} ${definition.name}`;
  const tags = definition.tags === void 0 ? [] : [`-tags=${definition.tags.join(",")}`];
  const fresh = definition.stress === void 0 ? [] : ["-count=1"];
  const own = [...fresh, ...tags, ...splitItems(definition.flags ?? [], where, problems)];
  const { flags, problems: found } = parseGoTestFlags(joinFlags(common, own), where);
  if (own.length > 0) problems.push(...found.filter(({ what }) => !alreadySaid(what, problems)));
  if (flags.race !== null && parseGoTestFlags(common, where).flags.race === null) {
    problems.push({
      where,
      what: "-race is no flag of a leg",
      fix: `write "race: ${String(flags.race)}" in the leg`
    });
  }
  const toolchain = definition.go === void 0 ? {} : { GOTOOLCHAIN: `go${definition.go.replace(/^go/, "")}` };
  return {
    name: definition.name,
    race: definition.race ?? false,
    heapProfile: definition["heap-profile"] ?? false,
    env: { ...toolchain, ...definition.env },
    goTestFlags: flags,
    stressMs: definition.stress === void 0 ? null : parseDuration(definition.stress),
    fuzzMs: definition.fuzz === void 0 ? null : parseDuration(definition.fuzz)
  };
}
function joinFlags(first, second) {
  const a = splitAtArgs(first);
  const b = splitAtArgs(second);
  const args = [...a.args, ...b.args];
  return [...a.flags, ...b.flags, ...args.length > 0 ? ["-args", ...args] : []];
}
function splitAtArgs(words2) {
  const at = words2.findIndex((word) => word === "-args" || word === "--args");
  return at < 0 ? { flags: [...words2], args: [] } : { flags: words2.slice(0, at), args: words2.slice(at + 1) };
}
function alreadySaid(what, problems) {
  return problems.some((problem) => problem.what === what);
}
function splitItems(items, where, problems) {
  return items.flatMap((item) => {
    const split = splitQuotedWords(item);
    if ("words" in split) return split.words;
    problems.push({
      where,
      what: `${JSON.stringify(item)}: ${split.problem}`,
      fix: "close the quote"
    });
    return [];
  });
}

// src/settings/heap.ts
var defaultPolicies = {
  allocBytes: "enforce",
  allocObjects: "warn",
  inuseBytes: "enforce",
  liveHeapPeakBytes: "warn",
  peakRssBytes: "warn",
  goroutinesAtEnd: "off",
  bytesPerOp: "enforce",
  allocsPerOp: "enforce"
};

// src/settings/resolve-heap.ts
var defaultThresholdPercent = 5;
var ofOneTest = /* @__PURE__ */ new Set([
  "allocBytes",
  "allocObjects",
  "inuseBytes",
  "bytesPerOp",
  "allocsPerOp"
]);
function resolveHeap(sources, problems) {
  const { heap = {}, where, absolute } = sources;
  const baseline = parseBaseline(sources.baseline ?? "git");
  return {
    baseline: "problem" in baseline ? { kind: "git" } : baseline.kind === "file" ? { kind: "file", path: absolute(baseline.path) } : baseline,
    base: namedBase(sources.base, problems),
    threshold: (parsePercent(sources.threshold ?? "") ?? defaultThresholdPercent) / 100,
    branches: heap.branches ?? null,
    confirm: heap.confirm ?? "head",
    metrics: policies(heap.metrics ?? {}),
    budgets: (heap.budgets ?? []).map(
      (entry, i) => toBudget(entry, where(["budgets", i]), problems)
    ),
    accept: (heap.accept ?? []).map((entry, i) => toAccept(entry, where(["accept", i]), problems))
  };
}
function namedBase(base, problems) {
  if (base === void 0) return null;
  if (/^[^\s-][^\s\p{Cc}]*$/u.test(base)) return base;
  problems.push({
    where: "--base",
    what: `${JSON.stringify(base)} is no commit`,
    fix: "give a commit, such as --base 3f2c1a9 or --base HEAD~1"
  });
  return null;
}
function policies(given) {
  const merged = { ...defaultPolicies };
  for (const metric of Object.keys(merged))
    merged[metric] = given[heapMetrics[metric].word] ?? merged[metric];
  return merged;
}
function toBudget(entry, where, problems) {
  const bytes = (text) => text === void 0 ? null : parseSize(text);
  const budget = {
    package: entry.package,
    test: entry.test ?? null,
    allocatedBytes: bytes(entry.allocated),
    inuseBytes: bytes(entry["in-use"]),
    rssBytes: bytes(entry.rss),
    leakPerStackBytes: bytes(entry["leak-per-stack"]),
    where
  };
  const limits = [budget.allocatedBytes, budget.inuseBytes, budget.rssBytes];
  if ([...limits, budget.leakPerStackBytes].every((limit) => limit === null))
    problems.push({
      where,
      what: "a budget without a limit",
      fix: "add allocated, in-use, rss or leak-per-stack"
    });
  if (budget.test !== null && budget.rssBytes !== null)
    problems.push({
      where,
      what: "rss is a figure of the whole process, not of a test",
      fix: "leave test out, or give allocated or in-use instead of rss"
    });
  return budget;
}
function toAccept(entry, where, problems) {
  const metric = metricOfWord(entry.metric);
  const { unit } = heapMetrics[metric];
  const cap2 = parseCap(entry["up-to"]);
  if ("problem" in cap2) throw new Error(`${where}: the schema let a wrong cap through`);
  if (cap2.unit !== null && cap2.unit !== unit)
    problems.push({
      where: `${where}[up-to]`,
      what: `${JSON.stringify(entry["up-to"])} does not fit ${entry.metric}, which is a ${unit === "bytes" ? "size" : "number"}`,
      fix: capFix
    });
  if (entry.test !== void 0 && !ofOneTest.has(metric))
    problems.push({
      where: `${where}[test]`,
      what: `${entry.metric} is a figure of the whole process, not of a test`,
      fix: "leave test out"
    });
  return {
    package: entry.package,
    test: entry.test ?? null,
    metric,
    cap: cap2.kind === "factor" ? { kind: "factor", factor: cap2.factor } : { kind: "amount", amount: cap2.amount },
    until: entry.until,
    reason: entry.reason.trim(),
    where
  };
}

// src/settings/publishing.ts
var allArtifactKinds = [
  ...["profiles", "black-boxes", "cores", "logs"]
];
function resolvePublishing(given) {
  const words2 = given.artifacts ?? allArtifactKinds;
  const kinds = allArtifactKinds.filter((kind) => words2.includes(kind));
  const passing = words2.includes("passing");
  return {
    comment: given.comment ?? "always",
    annotations: given.annotations ?? "auto",
    artifacts: {
      // `passing` alone widens what is uploaded by default.
      kinds: passing && kinds.length === 0 ? [...allArtifactKinds] : kinds,
      passing,
      retentionDays: given.retentionDays ?? null
    }
  };
}

// src/settings/resilience.ts
var defaultResilience = {
  attempts: 5,
  flaky: "fail",
  isolate: "off",
  isolateMs: 12e4,
  leaks: { goroutines: "report", memory: "off", accept: [] }
};
function resolveResilience(given) {
  const { leaks } = defaultResilience;
  return {
    attempts: given.attempts ?? defaultResilience.attempts,
    flaky: given.flaky ?? defaultResilience.flaky,
    isolate: given.isolate ?? defaultResilience.isolate,
    isolateMs: given.isolateTime === void 0 ? defaultResilience.isolateMs : parseDuration(given.isolateTime) ?? defaultResilience.isolateMs,
    leaks: {
      goroutines: given.leaks?.goroutines ?? leaks.goroutines,
      memory: given.leaks?.memory ?? leaks.memory,
      accept: (given.leaks?.accept ?? []).map((entry) => ({
        ...entry,
        package: entry.package ?? null
      }))
    }
  };
}

// src/settings/resolve.ts
var defaults = {
  packages: ["./..."],
  legs: ["race", "memory"],
  "go-test-flags": [],
  out: ".crash-guard/out",
  "fail-on": [...failOnKinds],
  diagnose: true,
  fresh: false,
  "core-dumps": "auto",
  snapshot: {}
};
var snapshotAtPercent = 80;
function resolveSettings(sources) {
  const problems = [...sources.problems];
  const layers = [];
  for (const raw of sources.layers) {
    const { layer, problems: found } = validateLayer(raw);
    layers.push(layer);
    problems.push(...found);
  }
  const origin = {};
  const pick = (key) => {
    const layer = layers.find(({ values }) => values[key] !== void 0);
    origin[key] = layer?.where(key) ?? "default";
    return layer?.values[key];
  };
  const packages = pick("packages") ?? defaults.packages;
  for (const pattern2 of packages) {
    if (pattern2.startsWith("-") || pattern2.trim() === "") {
      problems.push({
        where: origin["packages"] ?? "packages",
        what: `${JSON.stringify(pattern2)} is no package pattern`,
        fix: 'give patterns such as ./... or ./store; flags for go test go after "--" or into go-test-flags'
      });
    }
  }
  const flagItems = pick("go-test-flags") ?? defaults["go-test-flags"];
  const flagWords = sources.goTestWords ?? [];
  if (flagWords.length > 0) {
    const below = flagItems.length > 0 ? `${origin["go-test-flags"] ?? ""} and ` : "";
    origin["go-test-flags"] = `${below}flags after "--"`;
  }
  const legs = resolveLegs(
    {
      names: pick("legs") ?? defaults.legs,
      definitions: layers.flatMap(({ values }) => values.legs ?? []),
      legsWhere: origin["legs"] ?? "legs",
      flagItems,
      flagWords,
      flagsWhere: origin["go-test-flags"] ?? "go-test-flags",
      timeout: pick("timeout") ?? null,
      timeoutWhere: origin["timeout"] ?? "timeout",
      fresh: pick("fresh") ?? defaults.fresh
    },
    problems
  );
  if (sources.shard !== void 0) origin["shard"] = sources.shard.where;
  const heap = pick("heap");
  const heapWhere = layers.find(({ values }) => values.heap !== void 0)?.where;
  const settings = {
    directory: sources.directory,
    packages,
    shard: resolveShard(sources.shard, problems),
    legs,
    out: sources.absolute(pick("out") ?? defaults.out),
    failOn: pick("fail-on") ?? defaults["fail-on"],
    memoryLimit: memoryLimit2(pick("memory-limit")),
    coreDumps: pick("core-dumps") ?? defaults["core-dumps"],
    diagnose: pick("diagnose") ?? defaults.diagnose,
    snapshot: snapshotTriggers(pick("snapshot") ?? defaults.snapshot),
    heap: resolveHeap(
      {
        baseline: pick("baseline"),
        threshold: pick("heap-threshold"),
        heap,
        base: sources.base,
        where: (inner) => (heapWhere?.("heap", inner) ?? "heap") + inBrackets(inner),
        absolute: sources.absolute
      },
      problems
    ),
    publishing: resolvePublishing({
      comment: pick("comment"),
      annotations: pick("annotations"),
      artifacts: pick("artifacts"),
      retentionDays: pick("retention-days")
    }),
    resilience: resolveResilience({
      attempts: pick("attempts"),
      flaky: pick("flaky"),
      isolate: pick("isolate"),
      isolateTime: pick("isolate-time"),
      leaks: pick("leaks")
    }),
    sources: origin
  };
  if (problems.length > 0) throw new InputError(problems);
  return settings;
}
function memoryLimit2(text) {
  const parsed2 = text === void 0 ? null : parseMemoryLimit(text);
  return parsed2 === null || "problem" in parsed2 ? { kind: "default" } : parsed2;
}
function snapshotTriggers(given) {
  const time = (text) => text === void 0 ? null : parseDuration(text);
  const at = given.at === void 0 ? snapshotAtPercent : parseSnapshotAt(given.at);
  return {
    atPercent: at ?? null,
    goroutines: given.goroutines ?? null,
    testTimeMs: time(given["test-time"]),
    noProgressMs: time(given["no-progress"])
  };
}

// src/entry/load-settings.ts
var fileNames = [".crash-guard.yml", ".crash-guard.yaml"];
async function loadSettings(request) {
  const directory = resolve(request.cwd, request.directory);
  if (!await isFolder(directory)) {
    throw new InputError([
      {
        where: request.directoryName,
        what: `${directory} is no folder`,
        fix: "name the folder of a Go module"
      }
    ]);
  }
  const problems = [];
  const layers = [withAbsolutePaths(request.layer, request.cwd)];
  const file = await readSettingsFile(request, directory);
  if (file !== null) {
    const { parseSettingsFile } = await import("./settings-file-ODMSE2GQ.js");
    const parsed2 = parseSettingsFile(file.text, file.name);
    problems.push(...parsed2.problems);
    layers.push(parsed2.layer);
  }
  return resolveSettings({
    layers,
    problems,
    directory,
    absolute: (path) => resolve(directory, path),
    ...request.goTestWords === void 0 ? {} : { goTestWords: request.goTestWords },
    ...request.base === void 0 ? {} : { base: request.base },
    ...request.shard === void 0 ? {} : { shard: request.shard }
  });
}
function withAbsolutePaths(layer, cwd) {
  const values = { ...layer.values };
  const { out, baseline } = values;
  if (typeof out === "string" && out !== "") values["out"] = resolve(cwd, out);
  if (typeof baseline === "string")
    values["baseline"] = withBaselinePath(baseline, (path) => resolve(cwd, path));
  return { ...layer, values };
}
async function readSettingsFile(request, directory) {
  if (request.config !== "") {
    const path = resolve(request.cwd, request.config);
    try {
      return { name: request.config, text: await readFile(path, "utf8") };
    } catch (error) {
      const what = `cannot read ${path}: ${error.message}`;
      throw new InputError([
        { where: request.configName, what, fix: "name a settings file that exists" }
      ]);
    }
  }
  for (const name of fileNames) {
    try {
      return { name, text: await readFile(join(directory, name), "utf8") };
    } catch (error) {
      if (error.code === "ENOENT") continue;
      const what = `cannot be read: ${error.message}`;
      throw new InputError([{ where: name, what, fix: "make the file readable, or remove it" }]);
    }
  }
  return null;
}
async function isFolder(path) {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false
  );
}

export {
  require_mod,
  nearest,
  loadSettings
};
