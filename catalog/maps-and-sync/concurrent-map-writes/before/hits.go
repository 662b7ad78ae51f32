// Package hits counts the visits of each page.
package hits

type Counter struct {
	pages map[string]int
}

func New() *Counter { return &Counter{pages: make(map[string]int)} }

// Visit is called by every request.
func (c *Counter) Visit(page string) {
	c.pages[page]++ //crash:blame
}

func (c *Counter) Of(page string) int { return c.pages[page] }
