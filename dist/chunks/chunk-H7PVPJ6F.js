import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/cause-ids.ts
var causeIds = [
  // Memory.
  "oom-cgroup",
  "oom-host",
  "oom-guard",
  "go-out-of-memory",
  // Limits.
  "address-space-limit",
  "fd-limit",
  "thread-limit",
  "file-size-limit",
  "cpu-limit",
  "stack-limit",
  "memlock-limit",
  "disk-full",
  // Stopped from outside.
  "killed",
  "cancelled",
  "runner-shutdown",
  "timeout",
  // The program's own crash.
  "panic",
  "init-panic",
  "fatal-error",
  "concurrent-map",
  "deadlock",
  "stack-overflow",
  "nil-dereference",
  "signal",
  // Detectors.
  "data-race",
  "goroutine-leak",
  "checkptr",
  "sanitizer",
  // Ordinary.
  "test-failure",
  // The process ended itself.
  "os-exit",
  "log-fatal",
  "testmain-exit",
  // No test ran.
  "build-failed",
  "build-killed",
  "vet-failed",
  "setup-failed",
  "exec-failed",
  "race-runtime-failed",
  "no-tests",
  "lost",
  "unknown"
];

export {
  causeIds
};
