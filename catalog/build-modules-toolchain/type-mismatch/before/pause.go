// Package pause makes a pause.
package pause

import "time"

func For(minutes int) {
	time.Sleep(minutes) //crash:blame
}
