//go:build unix

// Package counter keeps counters in a file that several processes map.
package counter

import (
	"os"
	"syscall"
)

type Counters struct{ cells []byte }

func Open(path string, cells int) (*Counters, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if err := file.Truncate(int64(cells)); err != nil {
		return nil, err
	}
	memory, err := syscall.Mmap(int(file.Fd()), 0, cells, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	return &Counters{cells: memory}, err
}

func (c *Counters) Visit(page int) {
	c.cells[page]++
}

func (c *Counters) Visits(page int) int { return int(c.cells[page]) }
