// Package licence reads for whom the program works.
package licence

import "sync"

type Licence struct {
	mu    sync.Mutex
	read  func() (string, bool)
	owner string
}

// New reads the licence on first use.
func New(read func() (string, bool)) *Licence {
	return &Licence{read: read}
}

// Owner is empty while there is no licence.
func (l *Licence) Owner() (owner string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.owner == "" {
		if owner, found := l.read(); found {
			l.owner = owner
		}
	}
	return l.owner
}

// MustOwner is for programs that cannot work without a licence.
func (l *Licence) MustOwner() string {
	owner := l.Owner()
	if owner == "" {
		panic("licence file is missing")
	}
	return owner
}
