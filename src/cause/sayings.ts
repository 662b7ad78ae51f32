import type { CauseId } from '../report/cause-ids.ts';

/** What is printed when something has run out, or a detector fires. */
export interface Saying {
  id: CauseId;
  /** Only the Go runtime (or the C library, a sanitizer) words it like this; `any` program may print the others. */
  by: 'runtime' | 'any';
  pattern: RegExp;
  /** Lines that look alike and mean something else. */
  not?: RegExp;
  detail?: string;
  sample: string;
}

/** In the order in which they are tried; every pattern matches its sample. */
export const sayings: Saying[] = [
  // runtime/proc.go, newosproc and checkmcount; runtime/cgo/gcc_libinit.c
  {
    id: 'thread-limit',
    by: 'runtime',
    pattern: /^.{0,2000}program exceeds \d+-thread limit/m,
    detail: 'SetMaxThreads',
    sample: 'runtime: program exceeds 8-thread limit',
  },
  {
    id: 'thread-limit',
    by: 'runtime',
    pattern: /runtime: failed to create new OS thread \(have \d+ already; errno=11\)/,
    sample: 'runtime: failed to create new OS thread (have 31 already; errno=11)',
  },
  {
    id: 'thread-limit',
    by: 'runtime',
    pattern: /runtime\/cgo: pthread_create failed: Resource temporarily unavailable/,
    sample: 'runtime/cgo: pthread_create failed: Resource temporarily unavailable',
  },
  {
    id: 'thread-limit',
    by: 'any',
    pattern:
      /(?:fork\/exec|clone3?|vfork|newosproc|pthread_create|fork)\b.{0,300}[Rr]esource temporarily unavailable/,
    sample: 'fork/exec /bin/true: resource temporarily unavailable',
  },
  // syscall.EFBIG, SIGXFSZ
  {
    id: 'file-size-limit',
    by: 'runtime',
    pattern: /SIGXFSZ: file size limit exceeded/,
    sample: 'SIGXFSZ: file size limit exceeded',
  },
  {
    id: 'file-size-limit',
    by: 'any',
    pattern: /[Ff]ile too large/,
    sample: 'write /tmp/x: file too large',
  },
  // runtime/mpagealloc_64bit.go, runtime/malloc.go; sanitizers' ReserveShadowMemoryRange
  {
    id: 'address-space-limit',
    by: 'runtime',
    pattern: /failed to reserve page summary memory/,
    sample: 'fatal error: failed to reserve page summary memory',
  },
  {
    id: 'address-space-limit',
    by: 'runtime',
    pattern: /ReserveShadowMemoryRange failed|Perhaps you're using ulimit -v/,
    sample: "Perhaps you're using ulimit -v",
  },
  {
    id: 'address-space-limit',
    by: 'any',
    pattern: /m(?:re)?map\w*\b.{0,200}[Cc]annot allocate memory/,
    sample: 'mmap: cannot allocate memory',
  },
  {
    id: 'memlock-limit',
    by: 'any',
    pattern:
      /m(?:un)?lock(?:all|2)?\b.{0,200}(?:[Cc]annot allocate memory|[Oo]peration not permitted|ENOMEM|EPERM)/,
    sample: 'mlock: cannot allocate memory',
  },
  // runtime/malloc.go, mem_linux.go
  {
    id: 'go-out-of-memory',
    by: 'runtime',
    pattern:
      /fatal error: (?:runtime: )?(?:out of memory|cannot allocate memory|pageAlloc: out of memory)/,
    sample: 'fatal error: runtime: out of memory',
  },
  {
    id: 'go-out-of-memory',
    by: 'runtime',
    pattern:
      /runtime: (?:out of memory|cannot allocate memory)|out of memory allocating heap arena m/,
    sample: 'runtime: out of memory: cannot allocate 4194304-byte block (66846720 in use)',
  },
  // syscall.ENOSPC, which inotify_add_watch also returns for its own limit
  {
    id: 'disk-full',
    by: 'any',
    pattern: /[Nn]o space left on device/,
    not: /inotify|watch/i,
    sample: 'write /tmp/x: no space left on device',
  },
  {
    id: 'disk-full',
    by: 'any',
    pattern: /[Dd]isk quota exceeded/,
    sample: 'write /tmp/x: disk quota exceeded',
  },
  // syscall.EMFILE, ENFILE; inotify_init1 returns EMFILE for its own limit
  {
    id: 'fd-limit',
    by: 'any',
    pattern: /[Tt]oo many open files/,
    not: /inotify|watch/i,
    sample: 'open x: too many open files',
  },
  // runtime/race: ThreadSanitizer could not start
  {
    id: 'race-runtime-failed',
    by: 'runtime',
    pattern:
      /ThreadSanitizer failed to allocate|FATAL: ThreadSanitizer|ThreadSanitizer: (?:CHECK failed|unexpected memory mapping)/,
    sample: 'FATAL: ThreadSanitizer: unexpected memory mapping 0x7f-0x80',
  },
  {
    id: 'sanitizer',
    by: 'runtime',
    pattern:
      /==\d+==\s?ERROR: (?:Address|Leak|Memory|UndefinedBehavior)Sanitizer|==\d+==\s?WARNING: MemorySanitizer|^SUMMARY: (?:Address|Leak|Memory)Sanitizer/m,
    sample: '==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x6',
  },
  // runtime/checkptr.go
  {
    id: 'checkptr',
    by: 'runtime',
    pattern: /fatal error: checkptr: /,
    sample: 'fatal error: checkptr: converted pointer straddles multiple allocations',
  },
  // runtime/proc.go checkdead
  {
    id: 'deadlock',
    by: 'runtime',
    pattern:
      /fatal error: all goroutines are asleep - deadlock!|fatal error: no goroutines \(main called runtime\.Goexit\) - deadlock!/,
    sample: 'fatal error: all goroutines are asleep - deadlock!',
  },
  // testing/synctest, internal/synctest
  {
    id: 'goroutine-leak',
    by: 'runtime',
    pattern: /panic: deadlock: main bubble goroutine has exited but blocked goroutines remain/,
    sample: 'panic: deadlock: main bubble goroutine has exited but blocked goroutines remain',
  },
  {
    id: 'deadlock',
    by: 'runtime',
    pattern: /panic: deadlock: all goroutines in bubble are blocked/,
    sample: 'panic: deadlock: all goroutines in bubble are blocked',
  },
  // internal/runtime/maps, runtime/map.go
  {
    id: 'concurrent-map',
    by: 'runtime',
    pattern: /fatal error: concurrent map (?:writes|read and map write|iteration and map write)/,
    sample: 'fatal error: concurrent map writes',
  },
  // runtime/stack.go newstack
  {
    id: 'stack-overflow',
    by: 'runtime',
    pattern: /fatal error: stack overflow|runtime: goroutine stack exceeds \d+-byte limit/,
    sample: 'runtime: goroutine stack exceeds 1000000000-byte limit',
  },
  // runtime/race reports
  {
    id: 'data-race',
    by: 'any',
    pattern:
      /^WARNING: DATA RACE$|^\s{0,20}testing\.go:\d+: race detected during execution of test$/m,
    sample: 'WARNING: DATA RACE',
  },
  // go.uber.org/goleak
  {
    id: 'goroutine-leak',
    by: 'any',
    pattern: /found unexpected goroutines:\s{1,20}\[Goroutine \d+ in state /,
    sample:
      'found unexpected goroutines:\n[Goroutine 7 in state chan receive, with p.serve on top of the stack:',
  },
];
