package host

import (
	"io"
	"os"
)

// ReadMemory reads the machine's memory now.
func ReadMemory() Memory { return parseMemory(read("/proc/meminfo")) }

// OOMKills counts the processes that the kernel killed for lack of memory since it was started, in control groups and on
// the whole machine; nil where it is not known.
func OOMKills() *uint64 { return parseOOMKills(read("/proc/vmstat")) }

func read(path string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, _ := io.ReadAll(io.LimitReader(file, 64<<10))
	return string(text)
}
