import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/leaks/together.ts
function together(leaks) {
  const found = /* @__PURE__ */ new Map();
  for (const leak of leaks) {
    const key = keyOf(leak);
    const same = found.get(key);
    found.set(key, same === void 0 ? leak : merged(same, leak));
  }
  return [...found.values()];
}
function counted(leaks) {
  const found = /* @__PURE__ */ new Map();
  for (const leak of leaks) {
    const key = keyOf(leak);
    const same = found.get(key);
    const goroutines = leak.goroutines + (same?.goroutines ?? 0);
    found.set(key, { ...same === void 0 ? leak : merged(same, leak), goroutines });
  }
  return [...found.values()];
}
function keyOf({ kind, package: name, fingerprint, site, createdBy }) {
  const lines = [site, createdBy].map((at) => at && [at.file, at.line]);
  return JSON.stringify([kind, name, fingerprint, ...lines]);
}
function merged(a, b) {
  const told = a.confidence === "consistent" && b.confidence === "confirmed" ? b : a;
  return {
    ...told,
    legs: [.../* @__PURE__ */ new Set([...a.legs, ...b.legs])],
    test: a.test ?? b.test,
    goroutines: Math.max(a.goroutines, b.goroutines),
    bytesPerRun: larger(a.bytesPerRun, b.bytesPerRun)
  };
}
function larger(a, b) {
  return a === null || b === null ? a ?? b : Math.max(a, b);
}

export {
  together,
  counted
};
