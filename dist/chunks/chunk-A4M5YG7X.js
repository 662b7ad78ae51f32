import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/leaks/failing.ts
function failsWhereLeaksFail({
  accepted,
  standing,
  confidence
}) {
  if (accepted !== null) return false;
  return standing === "new" || standing === "unknown" && confidence === "confirmed";
}
function kindsThatFail(modes) {
  const kinds = [];
  if (modes?.goroutines === "fail") kinds.push("goroutine");
  if (modes?.memory === "fail") kinds.push("memory");
  return kinds.length === 0 ? {} : { leaksThatFail: kinds };
}
function worstFirst(leaks) {
  return leaks.toSorted(
    (a, b) => rank(a) - rank(b) || compare(a.package, b.package) || compare(a.site?.file ?? "", b.site?.file ?? "") || (a.site?.line ?? 0) - (b.site?.line ?? 0) || compare(a.fingerprint, b.fingerprint)
  );
}
function rank(leak) {
  if (leak.accepted !== null) return 3;
  if (failsWhereLeaksFail(leak)) return leak.standing === "new" ? 0 : 1;
  return leak.standing === "known" ? 2.5 : 2;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export {
  failsWhereLeaksFail,
  kindsThatFail,
  worstFirst
};
