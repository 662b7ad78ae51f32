//go:build unix

// Package motd reads the message of the day.
package motd

import (
	"os"
	"syscall"
)

// size is how long the file is.
func size(fd int) int64 {
	var info syscall.Stat_t
	defer syscall.Close(fd)
	if err := syscall.Fstat(fd, &info); err != nil {
		return 0
	}
	return info.Size
}

func Message() string {
	file, err := os.Open("testdata/motd.txt")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	message := make([]byte, size(int(file.Fd())))
	if _, err := file.Read(message); err != nil {
		panic(err) //crash:blame
	}
	return string(message)
}
