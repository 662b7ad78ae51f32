package agent

import "time"

// A timer that is about to end a goroutine is seen in the source alone; no other role may be in this file.
func init() {
	roles["leaks ends"] = func() int {
		return around(func() {
			gate := make(chan int)
			go func() { <-gate }()
			time.AfterFunc(time.Hour, func() { close(gate) })
		})
	}
}
