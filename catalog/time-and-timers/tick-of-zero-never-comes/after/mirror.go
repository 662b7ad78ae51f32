// Package mirror copies files one after the other, with a pause between them.
package mirror

import "time"

func Copy(files []string, pause time.Duration, copyFile func(string)) {
	for _, file := range files {
		copyFile(file)
		time.Sleep(pause)
	}
}
