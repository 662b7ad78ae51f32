//go:build unix

// Package tail shows the end of a log file.
package tail

import (
	"os"
	"syscall"
)

type Log struct {
	file  *os.File
	bytes []byte
}

func Open(path string) (*Log, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	bytes, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	return &Log{file: file, bytes: bytes}, err
}

// Last is the last n bytes.
func (l *Log) Last(n int) string {
	return string(l.bytes[len(l.bytes)-n:]) //crash:blame
}
