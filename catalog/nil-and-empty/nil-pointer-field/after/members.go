// Package members gives regular guests their discount.
package members

type Member struct {
	Name    string
	Percent int
}

type Club struct{ members []Member }

func (c *Club) Join(m Member) { c.members = append(c.members, m) }

func (c *Club) Find(name string) (Member, bool) {
	for _, member := range c.members {
		if member.Name == name {
			return member, true
		}
	}
	return Member{}, false
}

func Price(club *Club, guest string, cents int) int {
	member, known := club.Find(guest)
	if !known {
		return cents
	}
	return cents - cents*member.Percent/100
}
