// Package mirror copies files one after the other, with a pause between them.
package mirror

import "time"

func Copy(files []string, pause time.Duration, copyFile func(string)) {
	next := 0
	for range time.Tick(pause) { //crash:blame
		if next == len(files) {
			return
		}
		copyFile(files[next])
		next++
	}
}
