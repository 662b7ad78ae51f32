// Package cameras takes one picture with each camera, by way of a driver in C.
package cameras

// static int driver_picture(int camera) { return camera * 2; }
import "C"

import (
	"runtime"
	"sync"
)

const workers = 4

// Pictures has a few workers take the pictures one soon after the other.
func Pictures(cameras int) []int {
	pictures := make([]int, cameras)
	queue := make(chan int)
	var done sync.WaitGroup
	done.Add(workers)
	for worker := 0; worker < workers; worker++ {
		go func() {
			defer done.Done()
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for camera := range queue {
				pictures[camera] = int(C.driver_picture(C.int(camera)))
			}
		}()
	}
	for camera := 0; camera < cameras; camera++ {
		queue <- camera
	}
	close(queue)
	done.Wait()
	return pictures
}
