// Package counts counts visits and sales, and reads both at one moment.
package counts

import _ "unsafe" // for go:linkname

//go:linkname stopTheWorld runtime.stopTheWorldGC
func stopTheWorld(reason uint8)

//go:linkname startTheWorld runtime.startTheWorldGC
func startTheWorld()

type Counts struct{ visits, sales int }

func (c *Counts) Visit() { c.visits++ }

func (c *Counts) Snapshot() (visits, sales int) {
	stopTheWorld(0)
	defer startTheWorld()
	return c.visits, c.sales
}
