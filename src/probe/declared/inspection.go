package main

import (
	"runtime"
	"sync"
)

// inspectAll inspects the packages at the same time and answers in their order.
func inspectAll(packages []packageFiles, chosen selection) []declarations {
	found := make([]declarations, len(packages))
	turns := make(chan int)
	var workers sync.WaitGroup
	for i := 0; i < runtime.GOMAXPROCS(0); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for turn := range turns {
				found[turn] = inspect(packages[turn], chosen)
			}
		}()
	}
	for turn := range packages {
		turns <- turn
	}
	close(turns)
	workers.Wait()
	return found
}

// inspect keeps names that are declared twice: the package and its external test package may each have one.
func inspect(files packageFiles, chosen selection) declarations {
	found := declarations{Package: files.Package, Tests: []declaration{}, Problems: []string{}}
	for _, file := range files.Sources {
		found.TestMain = found.TestMain || namesTestMain(file)
	}
	for _, file := range files.Files {
		parsed := parse(file)
		found.TestMain = found.TestMain || parsed.testMain
		found.Quiet = found.Quiet || parsed.quiet
		if parsed.around != nil {
			found.Around = parsed.around
		}
		found.Declared += len(parsed.tests)
		found.Problems = append(found.Problems, parsed.problems...)
		for _, declared := range parsed.tests {
			if chosen.includes(declared.Name, declared.Kind) {
				found.Tests = append(found.Tests, declared)
			}
		}
	}
	return found
}
