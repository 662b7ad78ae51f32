// Package transfer counts what was sent.
package transfer

import (
	"fmt"
	"sync/atomic"
)

type Counter struct {
	bytes int64
}

func (c *Counter) Sent(bytes int64) {
	atomic.AddInt64(&c.bytes, bytes)
}

func (c *Counter) String() string {
	kib := c.bytes / 1024 //crash:blame
	return fmt.Sprintf("%d KiB", kib)
}
