//go:build unix

// Package index looks up words in an index file that is mapped into memory.
package index

import (
	"errors"
	"os"
	"syscall"
)

var ErrClosed = errors.New("index: closed")

type Index struct{ words []byte }

func Open(path string) (*Index, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	words, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	return &Index{words: words}, err
}

func (i *Index) Initial(word int) (byte, error) {
	if i.words == nil {
		return 0, ErrClosed
	}
	return i.words[word*16], nil
}

func (i *Index) Close() error {
	words := i.words
	i.words = nil
	return syscall.Munmap(words)
}
