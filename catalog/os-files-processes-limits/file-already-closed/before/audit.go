// Package audit writes who did what into a file.
package audit

import (
	"fmt"
	"os"
)

type Log struct {
	file  *os.File
	write func(text string) (int, error)
}

func Open(path string) (*Log, error) {
	l := &Log{}
	if err := l.Rotate(path); err != nil {
		return nil, err
	}
	l.write = l.file.WriteString
	return l, nil
}

// Rotate goes on in another file.
func (l *Log) Rotate(path string) error {
	if l.file != nil {
		l.file.Close()
	}
	file, err := os.Create(path)
	l.file = file
	return err
}

func (l *Log) Entry(user, action string) {
	if _, err := l.write(fmt.Sprintf("%s: %s\n", user, action)); err != nil {
		panic(err) //crash:blame
	}
}

func (l *Log) Close() error { return l.file.Close() }
