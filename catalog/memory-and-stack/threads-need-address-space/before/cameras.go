// Package cameras takes one picture with each camera, by way of a driver in C.
package cameras

// static int driver_picture(int camera) { return camera * 2; }
import "C"

import (
	"runtime"
	"sync"
)

// Pictures has all cameras wait for each other, so that the pictures are of one moment.
func Pictures(cameras int) []int {
	pictures := make([]int, cameras)
	var ready, done sync.WaitGroup
	ready.Add(cameras)
	done.Add(cameras)
	for camera := 0; camera < cameras; camera++ {
		go func(camera int) {
			defer done.Done()
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			ready.Done()
			ready.Wait()
			pictures[camera] = int(C.driver_picture(C.int(camera)))
		}(camera)
	}
	done.Wait() //crash:blame
	return pictures
}
