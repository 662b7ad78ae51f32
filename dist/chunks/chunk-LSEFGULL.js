import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  splitQuotedWords
} from "./chunk-MYAVKQUZ.js";

// src/settings/go-test-flags.ts
var flagsWithoutValue = new Set(
  "a asan benchmem buildvcs c cover failfast fullpath i json linkshared modcacherw msan n race short trimpath v work x artifacts".split(
    " "
  )
);
var flagsWithValue = new Set(
  "C asmflags bench benchtime blockprofile blockprofilerate buildmode compiler count covermode coverpkg coverprofile cpu cpuprofile exec fuzz fuzzcachedir fuzzminimizetime fuzztime gccgoflags gcflags installsuffix ldflags list memprofile memprofilerate mod modfile mutexprofile mutexprofilefraction o outputdir overlay p parallel pgo pkgdir run shuffle skip tags timeout toolexec trace vet".split(" ")
);
var refused = /* @__PURE__ */ new Map([
  ["c", "it only compiles; under guard nothing would be tested"],
  ["C", "use --dir (working-directory) instead"],
  ["i", "the go command no longer knows it"],
  ["list", 'it only lists; use plain "go test -list"'],
  ["n", 'it only prints commands; use plain "go test -n"']
]);
var planFlags = /* @__PURE__ */ new Set([
  "tags",
  "mod",
  "modfile",
  "msan",
  "asan",
  "compiler",
  "installsuffix",
  "buildmode"
]);
function parseGoTestFlags(words, where) {
  const problems = [];
  const flags = noGoTestFlags();
  const refuse = (what, fix) => {
    problems.push({ where, what, fix });
  };
  for (const item of flagsOf(words, refuse)) {
    const fix = refused.get(item.name);
    if (fix !== void 0) refuse(`-${item.name} is not possible under guard`, fix);
    else apply(flags, item, refuse);
  }
  return { flags, problems };
}
function noGoTestFlags() {
  return {
    words: [],
    planWords: [],
    exec: [],
    toolexec: [],
    overlay: null,
    verbose: false,
    run: "",
    skip: "",
    timeout: null,
    race: null,
    failfast: false,
    count: null,
    cpu: null,
    coverpkg: false,
    tags: [],
    measuring: []
  };
}
var choosesTests = /^--?test\.(?:run|skip|list|count|cpu|failfast|fuzz|bench)(?:=|$)/;
function* flagsOf(words, refuse) {
  let sawUnknown = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (word === "-args" || word === "--args") {
      const hidden = words.slice(i).find((one) => choosesTests.test(one));
      if (hidden !== void 0)
        refuse(
          `${JSON.stringify(hidden)} behind -args goes around go test, which then cannot tell what was to run`,
          `give it before -args: ${hidden.replace(/^--?test\./, "-")}`
        );
      yield { name: "args", value: null, words: words.slice(i) };
      return;
    }
    const match = /^--?(?:test\.)?(?<name>[^=-][^=]*)(?:=(?<value>.*))?$/s.exec(word);
    if (match === null) {
      if (sawUnknown) yield { name: "", value: null, words: [word] };
      else
        refuse(
          `${JSON.stringify(word)} is no flag`,
          'package patterns go before "--" (or into "packages"), flags after it'
        );
      continue;
    }
    const name = match.groups?.["name"] ?? "";
    const value = match.groups?.["value"] ?? null;
    if (value === null && flagsWithValue.has(name)) {
      const next = words[i + 1];
      if (next === void 0) refuse(`-${name} needs a value`, `write -${name}=VALUE`);
      else yield { name, value: next, words: [word, next] };
      i++;
      continue;
    }
    if (!flagsWithoutValue.has(name) && !flagsWithValue.has(name)) sawUnknown = true;
    yield { name, value, words: [word] };
  }
}
function apply(flags, flag, refuse) {
  const on = flag.value === null || /^(?:1|t|true)$/i.test(flag.value);
  switch (flag.name) {
    case "json":
      if (!on)
        refuse(
          "-json=false is not possible under guard",
          "leave it out: the guard reads the event stream"
        );
      return;
    case "v":
      flags.verbose = on || flag.value === "test2json";
      return;
    case "exec":
    case "toolexec": {
      const split = splitQuotedWords(flag.value ?? "");
      if ("problem" in split) refuse(`-${flag.name}: ${split.problem}`, "close the quote");
      else flags[flag.name] = split.words;
      return;
    }
    case "overlay":
      flags.overlay = flag.value;
      return;
    case "race":
      flags.race = on;
      return;
    case "timeout":
      flags.timeout = flag.value;
      break;
    case "run":
      flags.run = flag.value ?? "";
      break;
    case "skip":
      flags.skip = flag.value ?? "";
      break;
    case "failfast":
      flags.failfast = on;
      break;
    case "count":
      flags.count = flag.value;
      break;
    case "cpu":
      flags.cpu = flag.value;
      break;
    case "coverpkg":
      flags.coverpkg = true;
      break;
    case "tags":
      flags.tags = (flag.value ?? "").split(/[\s,]+/).filter((tag) => tag !== "");
      break;
    default:
      break;
  }
  flags.words.push(...flag.words);
  if (changesFigures(flag)) flags.measuring.push(...flag.words);
  if (planFlags.has(flag.name)) flags.planWords.push(...flag.words);
}
var neutral = new Set(
  "a asmflags buildvcs buildmode C c cpuprofile blockprofile failfast fullpath json ldflags memprofile memprofilerate mod modcacherw modfile mutexprofile n o outputdir overlay p pkgdir tags timeout toolexec exec trace trimpath v vet work x".split(" ")
);
function changesFigures({ name, value }) {
  return !neutral.has(name) && !(name === "count" && value === "1");
}
function repeats(flags) {
  const rounds = flags.count === null ? 1 : Number(flags.count);
  const values = (flags.cpu ?? "").split(",").filter((value) => value.trim() !== "").length;
  return (Number.isSafeInteger(rounds) && rounds >= 0 ? rounds : 1) * Math.max(1, values);
}

// src/report/heap-metric.ts
var heapMetrics = {
  allocBytes: { word: "allocated", name: "allocated", unit: "bytes" },
  allocObjects: { word: "objects", name: "objects allocated", unit: "count" },
  inuseBytes: { word: "in-use", name: "in use at the end", unit: "bytes" },
  liveHeapPeakBytes: { word: "live-peak", name: "live heap, peak", unit: "bytes" },
  peakRssBytes: { word: "rss", name: "resident memory, peak", unit: "bytes" },
  goroutinesAtEnd: { word: "goroutines", name: "goroutines at the end", unit: "count" },
  bytesPerOp: { word: "bytes-per-op", name: "B/op", unit: "bytes" },
  allocsPerOp: { word: "allocs-per-op", name: "allocs/op", unit: "count" }
};
var packageMetrics = [
  "allocBytes",
  "allocObjects",
  "inuseBytes",
  "liveHeapPeakBytes",
  "peakRssBytes",
  "goroutinesAtEnd"
];
function metricOfWord(word) {
  const names = Object.keys(heapMetrics);
  return names.find((name) => heapMetrics[name].word === word) ?? "allocBytes";
}

export {
  heapMetrics,
  packageMetrics,
  metricOfWord,
  parseGoTestFlags,
  noGoTestFlags,
  flagsOf,
  repeats
};
