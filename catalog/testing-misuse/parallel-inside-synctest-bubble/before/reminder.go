// Package reminder sends a reminder after a while.
package reminder

import "time"

func After(d time.Duration, send func()) { time.AfterFunc(d, send) }
