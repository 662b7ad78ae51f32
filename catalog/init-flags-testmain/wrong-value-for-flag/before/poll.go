// Package poll waits for services.
package poll

import (
	"flag"
	"time"
)

var wait = 10 * time.Second

func init() {
	flag.DurationVar(&wait, "wait", wait, "how long to wait for a service")
}

func Wait() time.Duration { return wait }
