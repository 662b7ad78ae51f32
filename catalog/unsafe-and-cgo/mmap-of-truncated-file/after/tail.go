//go:build unix

// Package tail shows the end of a log file.
package tail

import (
	"os"
)

type Log struct {
	file *os.File
}

func Open(path string) (*Log, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &Log{file: file}, nil
}

// Last is the last n bytes; fewer where the log is shorter.
func (l *Log) Last(n int) string {
	info, err := l.file.Stat()
	if err != nil {
		return ""
	}
	end := make([]byte, n)
	read, _ := l.file.ReadAt(end, max(0, info.Size()-int64(n)))
	return string(end[:read])
}
