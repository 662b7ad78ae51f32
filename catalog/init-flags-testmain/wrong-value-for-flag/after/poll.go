// Package poll waits for services.
package poll

import (
	"flag"
	"strconv"
	"time"
)

var wait = 10 * time.Second

func init() {
	flag.Func("wait", "how long to wait for a service: 30s, or seconds", func(text string) error {
		seconds, err := strconv.Atoi(text)
		if err == nil {
			wait = time.Duration(seconds) * time.Second
			return nil
		}
		wait, err = time.ParseDuration(text)
		return err
	})
}

func Wait() time.Duration { return wait }
