package main

import (
	"runtime"
	"sync"
)

// spareThreads are enough for what the shim does at the same time: wait, sample, hand on signals, collect garbage.
const spareThreads = 6

// readyThreads has the Go runtime make the threads that the shim will need. Where the tests use up the allowed number of
// processes, the runtime could make none later and would end the shim.
func readyThreads() {
	runtime.GOMAXPROCS(2) // a thread for each processor would be too many to have ready
	var all, ended sync.WaitGroup
	all.Add(spareThreads)
	ended.Add(spareThreads)
	for i := 0; i < spareThreads; i++ {
		go func() {
			runtime.LockOSThread() // so that no thread serves two of them
			all.Done()
			all.Wait()
			runtime.UnlockOSThread() // and stays when this ends
			ended.Done()
		}()
	}
	ended.Wait()
}
