// Package pause makes a pause.
package pause

import "time"

func For(minutes int) {
	time.Sleep(time.Duration(minutes) * time.Minute)
}
