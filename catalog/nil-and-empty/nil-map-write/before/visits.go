// Package visits counts who came how often.
package visits

type Counter struct {
	seen map[string]int
}

func (c *Counter) Add(name string) {
	c.seen[name]++ //crash:blame
}

func (c *Counter) Count(name string) int { return c.seen[name] }
