// Package alarm calls everybody at once.
package alarm

import "sync"

func Everybody(names []string, call func(name string)) {
	var calls sync.WaitGroup
	for _, name := range names {
		calls.Add(1)
		go notify(name, call, calls) //crash:blame
	}
	calls.Wait()
}

func notify(name string, call func(name string), calls sync.WaitGroup) { //crash:blame
	defer calls.Done()
	call(name)
}
