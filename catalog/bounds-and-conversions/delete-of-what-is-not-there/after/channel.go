// Package channel keeps who is in a chat.
package channel

import "slices"

type Channel struct{ Members []string }

func (c *Channel) Join(name string) { c.Members = append(c.Members, name) }

func (c *Channel) Leave(name string) {
	if at := slices.Index(c.Members, name); at >= 0 {
		c.Members = slices.Delete(c.Members, at, at+1)
	}
}
