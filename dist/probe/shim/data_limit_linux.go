package main

import "syscall"

// limitData bounds the private memory of this process and of every process that it starts from now on, each for itself. The
// runtime of one that wants more ends it with exit status 2, which a fuzzing process takes for the fault of its input and writes
// the input down; one that the kernel kills leaves none.
func limitData(bytes uint64) error {
	if bytes == 0 {
		return nil
	}
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_DATA, &limit); err != nil {
		return err
	}
	if limit.Cur <= bytes {
		return nil
	}
	limit.Cur = bytes
	return syscall.Setrlimit(syscall.RLIMIT_DATA, &limit)
}
