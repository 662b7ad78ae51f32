// Package channel keeps who is in a chat.
package channel

import "slices"

type Channel struct{ Members []string }

func (c *Channel) Join(name string) { c.Members = append(c.Members, name) }

func (c *Channel) Leave(name string) {
	at := slices.Index(c.Members, name)
	c.Members = slices.Delete(c.Members, at, at+1) //crash:blame
}
