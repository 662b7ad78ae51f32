import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  crashKinds
} from "./chunk-E2SX27TT.js";
import {
  causeIds
} from "./chunk-H7PVPJ6F.js";
import {
  _enum,
  array,
  object,
  optional,
  strictObject,
  string
} from "./chunk-TYNGSIJO.js";

// src/entry/load-catalog.ts
import { readFile } from "node:fs/promises";

// src/catalog/known-crash.ts
var pattern = optional(string());
var signatureSchema = strictObject({
  kind: _enum(crashKinds),
  /** Of ParsedCrash.message. */
  message: pattern,
  /** Of the type of the last panic's value. */
  type: pattern,
  /** SIGSEGV */
  signal: optional(string()),
  /** Of the address that the signal is about: `^0x0$`. */
  address: pattern,
  /** Of one of ParsedCrash.notes. */
  note: pattern,
  /** Each of the function of a frame of the crashing stack, in this order from the innermost; others may stand between. */
  frames: optional(array(string())),
  /** Of the function of the innermost frame that is not the runtime's. */
  top: pattern,
  /** Of the state of the blamed goroutine: `^chan receive`. */
  state: pattern,
  /** Each of the state of another goroutine of the user's that waits: `^sync\.Mutex\.Lock$`. */
  others: optional(array(string())),
  /** Of the text of the blamed line. Unmet where the source cannot be read. */
  source: pattern,
  /** Of a race: what the access does that `frames`, `top` and `source` are about; that may be either of the two. */
  access: optional(_enum(["read", "write", "atomic read", "atomic write"])),
  /** Of a race: what the two accesses do, sorted. */
  accesses: optional(_enum(["read/write", "write/write", "atomic"]))
});
var knownCrashSchema = object({
  id: string(),
  family: string(),
  title: string(),
  cause: _enum(causeIds),
  /** What it says, as an example. */
  message: string(),
  signatures: array(signatureSchema),
  /** For someone who has never seen it. Markdown, as the next two. */
  explanation: string(),
  rootCause: string(),
  fix: string()
});
var catalogSchema = object({
  families: array(object({ id: string(), title: string() })),
  crashes: array(knownCrashSchema)
});

// src/catalog/signature.ts
var compiled = /* @__PURE__ */ new Map();
var checks = {
  message: (wanted, { crash }) => fits(wanted, crash.message),
  type: (wanted, { crash }) => fits(wanted, crash.panics.at(-1)?.type),
  signal: (wanted, { crash }) => crash.signal?.name === wanted,
  address: (wanted, { crash }) => fits(wanted, crash.signal?.address),
  note: (wanted, { crash }) => crash.notes.some((note) => fits(wanted, note)),
  frames: inOrder,
  top: (wanted, { top }) => fits(wanted, top?.function),
  state: (wanted, { state }) => fits(wanted, state),
  others: (wanted, { others }) => wanted.every((each) => others.some((state) => fits(each, state))),
  source: (wanted, { source }) => fits(wanted, source),
  access: (wanted, { access }) => access === wanted,
  accesses: (wanted, { crash }) => accessesOf(crash) === wanted
};
function weigh(signature, subject) {
  const { weight, held } = count(signature, subject);
  if (held === weight) return weight;
  return subject.otherSide === null ? null : weigh(signature, subject.otherSide);
}
function fulfilled(signature, subject) {
  if (signature.kind !== subject.crash.kind) return null;
  const { weight, held } = count(signature, subject);
  return weight === 1 ? 0 : (held - 1) / (weight - 1);
}
function count(signature, subject) {
  let weight = 1;
  let held = signature.kind === subject.crash.kind ? 1 : 0;
  for (const condition of Object.keys(checks)) {
    const wanted = signature[condition];
    if (wanted === void 0) continue;
    const own = Array.isArray(wanted) ? wanted.length : 1;
    const check = checks[condition];
    weight += own;
    if (check(wanted, subject)) held += own;
  }
  return { weight, held };
}
function fits(pattern2, text) {
  if (text === null || text === void 0) return false;
  let expression = compiled.get(pattern2);
  if (expression === void 0) {
    expression = new RegExp(pattern2, "u");
    compiled.set(pattern2, expression);
  }
  return expression.test(text);
}
function inOrder(wanted, { frames }) {
  let next = 0;
  for (const frame of frames) {
    const pattern2 = wanted[next];
    if (pattern2 === void 0) break;
    if (fits(pattern2, frame.function)) next++;
  }
  return next === wanted.length;
}
function accessesOf({ stacks }) {
  const operations = stacks.flatMap(({ access }) => access === null ? [] : [access.operation]);
  if (operations.some((operation) => operation.startsWith("atomic"))) return "atomic";
  return operations.includes("read") ? "read/write" : "write/write";
}

// src/catalog/catalog.ts
function readCatalog(json) {
  return createCatalog(catalogSchema.parse(JSON.parse(json)));
}
function createCatalog({ crashes: all, families }) {
  const byKind = /* @__PURE__ */ new Map();
  for (const known of all) {
    for (const { kind } of known.signatures) {
      const same = byKind.get(kind) ?? /* @__PURE__ */ new Set();
      byKind.set(kind, same.add(known));
    }
  }
  const recognise = (subject) => {
    let best = [];
    let heaviest = 0;
    for (const known of byKind.get(subject.crash.kind) ?? []) {
      const weight = Math.max(0, ...known.signatures.map((each) => weigh(each, subject) ?? 0));
      if (weight > heaviest) best = [];
      if (weight > 0 && weight >= heaviest) best.push(known);
      heaviest = Math.max(heaviest, weight);
    }
    const [only, ...others] = best;
    if (others.length > 0) return { known: null, alike: best };
    return { known: only ?? null, alike: [] };
  };
  const familyTitle = (family) => families.find(({ id }) => id === family)?.title ?? family;
  return { all, familyTitle, recognise };
}

// src/entry/load-catalog.ts
async function loadCatalog(file) {
  try {
    return readCatalog(await readFile(file, "utf8"));
  } catch {
    return createCatalog({ families: [], crashes: [] });
  }
}

export {
  fulfilled,
  loadCatalog
};
