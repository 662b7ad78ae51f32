package main

import (
	"fmt"
	"math"
	"os"
	"time"
)

// dump is a file that may hold a core.
type dump struct {
	path   string
	at     time.Time
	size   uint64
	wanted uint64 // bytes that a whole core has
	pid    int    // 0 where the core does not say it
}

// lookAt reports whether a file is a core, or an empty file: what the kernel leaves where there was no space at all. It opens
// no symbolic link and no device: anybody may have put one there.
func lookAt(path string) (found dump, ok bool) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return dump{}, false
	}
	found = dump{path: path, at: info.ModTime(), size: uint64(info.Size())}
	if found.size == 0 {
		return found, true
	}
	file, err := os.Open(path)
	if err != nil {
		return dump{}, false
	}
	defer file.Close()
	owner, isCore := coreOwner(file)
	found.pid, found.wanted = owner, coreSize(file)
	return found, isCore
}

// cutOff says what is missing. The kernel calls a process dumped however little it could write.
func (c dump) cutOff(free *uint64) error {
	of, left := "", ""
	if c.wanted > 0 && c.wanted < math.MaxUint64 {
		of = fmt.Sprintf(" of %d", c.wanted)
	}
	if free != nil {
		left = fmt.Sprintf(" (%d bytes are free there)", *free)
	}
	return fmt.Errorf("only %d%s bytes of it could be written to %s%s, so it was removed", c.size, of, c.path, left)
}
