package main

import "syscall"

// limitNumbers adds the numbers that package syscall lacks. MIPS has its own order (asm/resource.h), which shows in the
// number of RLIMIT_NOFILE.
func limitNumbers() map[string]int {
	nproc, memlock := 6, 8
	if syscall.RLIMIT_NOFILE == 5 {
		nproc, memlock = 8, 9
	}
	return map[string]int{
		"nofile": syscall.RLIMIT_NOFILE, "nproc": nproc, "as": syscall.RLIMIT_AS, "data": syscall.RLIMIT_DATA,
		"stack": syscall.RLIMIT_STACK, "core": syscall.RLIMIT_CORE, "fsize": syscall.RLIMIT_FSIZE,
		"cpu": syscall.RLIMIT_CPU, "memlock": memlock,
	}
}
