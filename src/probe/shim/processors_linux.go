package main

import (
	"math/bits"
	"syscall"
	"unsafe"
)

// processorSet is a cpu_set_t for 8,192 processors, the most that Linux can be built for.
type processorSet [128]uint64

func (s *processorSet) has(number int) bool { return s[number/64]&(1<<(number%64)) != 0 }

func only(number int) processorSet {
	var set processorSet
	set[number/64] |= 1 << (number % 64)
	return set
}

func (s *processorSet) members() []int {
	var numbers []int
	for number := 0; number < 64*len(s); number++ {
		if s.has(number) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

func (s *processorSet) count() int {
	count := 0
	for _, word := range s {
		count += bits.OnesCount64(word)
	}
	return count
}

func processorsOf(thread int) (set processorSet, ok bool) {
	_, _, err := syscall.RawSyscall(syscall.SYS_SCHED_GETAFFINITY, uintptr(thread), unsafe.Sizeof(set), uintptr(unsafe.Pointer(&set)))
	return set, err == 0
}

func setProcessors(thread int, set processorSet) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_SCHED_SETAFFINITY, uintptr(thread), unsafe.Sizeof(set), uintptr(unsafe.Pointer(&set)))
}
