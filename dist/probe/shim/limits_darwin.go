package main

import "syscall"

// limitNumbers adds the numbers that package syscall lacks (sys/resource.h).
func limitNumbers() map[string]int {
	return map[string]int{
		"nofile": syscall.RLIMIT_NOFILE, "nproc": 7, "as": syscall.RLIMIT_AS, "data": syscall.RLIMIT_DATA,
		"stack": syscall.RLIMIT_STACK, "core": syscall.RLIMIT_CORE, "fsize": syscall.RLIMIT_FSIZE,
		"cpu": syscall.RLIMIT_CPU, "memlock": 6,
	}
}
