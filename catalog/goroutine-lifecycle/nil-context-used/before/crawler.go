// Package crawler fetches pages one after the other.
package crawler

import "context"

type Crawler struct {
	ctx   context.Context
	pages int
}

// Start has to be called first.
func (c *Crawler) Start(ctx context.Context) { c.ctx = ctx }

// Visit fetches a page unless the crawler has been stopped.
func (c *Crawler) Visit(fetch func() error) error {
	if err := c.ctx.Err(); err != nil { //crash:blame
		return err
	}
	c.pages++
	return fetch()
}
