// Package visits counts who came how often.
package visits

type Counter struct {
	seen map[string]int
}

func (c *Counter) Add(name string) {
	if c.seen == nil {
		c.seen = make(map[string]int)
	}
	c.seen[name]++
}

func (c *Counter) Count(name string) int { return c.seen[name] }
