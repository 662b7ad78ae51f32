// Package members gives regular guests their discount.
package members

type Member struct {
	Name    string
	Percent int
}

type Club struct{ members []Member }

func (c *Club) Join(m Member) { c.members = append(c.members, m) }

func (c *Club) Find(name string) *Member {
	for i := range c.members {
		if c.members[i].Name == name {
			return &c.members[i]
		}
	}
	return nil
}

func Price(club *Club, guest string, cents int) int {
	member := club.Find(guest)
	return cents - cents*member.Percent/100 //crash:blame
}
