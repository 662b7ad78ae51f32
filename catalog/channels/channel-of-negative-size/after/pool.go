// Package pool hands out the right to resize one image.
package pool

type Pool struct {
	slots chan struct{}
}

// ForCPUs leaves two processors to others.
func ForCPUs(cpus int) *Pool {
	size := cpus - 2
	if size < 1 {
		size = 1
	}
	return &Pool{slots: make(chan struct{}, size)}
}

func (p *Pool) Acquire()  { p.slots <- struct{}{} }
func (p *Pool) Release()  { <-p.slots }
func (p *Pool) Size() int { return cap(p.slots) }
