package main

import (
	"runtime"
	"syscall"
)

const (
	lowestNice = 19
	// niceOffset is what the kernel adds, so that the result of getpriority is never negative (man 2 getpriority).
	niceOffset = 20
)

// canLiftPriority tries it on a thread of ours, which then ends: without rights or RLIMIT_NICE a priority only goes down.
func canLiftPriority() bool {
	result := make(chan bool)
	go func() {
		runtime.LockOSThread() // and never unlocked, so that the thread ends with this function
		thread := syscall.Gettid()
		nice, ok := niceOf(thread)
		result <- ok && nice < lowestNice && setNice(thread, nice+1) && setNice(thread, nice)
	}()
	return <-result
}

func niceOf(thread int) (nice int, ok bool) {
	raw, err := syscall.Getpriority(syscall.PRIO_PROCESS, thread)
	return niceOffset - raw, err == nil
}

func setNice(thread, nice int) bool {
	return syscall.Setpriority(syscall.PRIO_PROCESS, thread, nice) == nil
}
