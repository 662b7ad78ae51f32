// Package transfer counts what was sent.
package transfer

import (
	"fmt"
	"sync/atomic"
)

type Counter struct {
	bytes atomic.Int64
}

func (c *Counter) Sent(bytes int64) {
	c.bytes.Add(bytes)
}

func (c *Counter) String() string {
	kib := c.bytes.Load() / 1024
	return fmt.Sprintf("%d KiB", kib)
}
