// Package licence reads for whom the program works.
package licence

import "sync"

type Licence struct {
	owner func() string
}

// New reads the licence on first use.
func New(read func() (string, bool)) *Licence {
	return &Licence{owner: sync.OnceValue(func() string {
		owner, found := read()
		if !found {
			panic("licence file is missing")
		}
		return owner
	})}
}

// Owner is empty while there is no licence.
func (l *Licence) Owner() (owner string) {
	defer func() {
		if recover() != nil {
			owner = ""
		}
	}()
	return l.owner()
}

// MustOwner is for programs that cannot work without a licence.
func (l *Licence) MustOwner() string {
	return l.owner() //crash:blame
}
