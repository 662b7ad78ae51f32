package exittrace

// The Go code that called into C waits on the goroutine's own stack, while C works on that of the thread.
// runtime.asmcgocall (src/runtime/asm_*.s) leaves two words on the thread's stack, the goroutine and how deep in its
// stack it was: the depth first on amd64, the goroutine first on arm64.

const (
	searchedStack = 256 << 10 // bytes of C's stack
	searchedFrame = 512       // bytes behind asmcgocall's return address
)

// unwindFromC finds the Go code that called the C code a thread is in. There is none in threads that C started.
func (m *module) unwindFromC(r registers) (stack, bool) {
	content, _ := m.bytes(r.sp, searchedStack)
	words := wordsOf(content)
	for at, word := range words {
		if !m.inText(word) {
			continue
		}
		f, ok := m.functionAt(word - 1)
		if !ok || f.name != "runtime.asmcgocall" {
			continue
		}
		for next := at + 1; next < at+searchedFrame/8 && next+1 < len(words); next++ {
			goroutine, depth := words[next+1], words[next]
			if returnsByLink {
				goroutine, depth = depth, goroutine
			}
			if sp, ok := m.stackPointer(goroutine, depth); ok {
				return m.unwindCaller(call{f, word - 1}, sp, goroutine)
			}
		}
	}
	return stack{}, false
}

// stackPointer is the place at this depth of a goroutine's stack; g begins with the stack's bounds.
func (m *module) stackPointer(goroutine, depth uint64) (uint64, bool) {
	low, ok := m.word(goroutine)
	high, also := m.word(goroutine + 8)
	return high - depth, ok && also && low < high && depth%8 == 0 && depth > 0 && depth <= high-low
}

// unwindCaller goes on from the frame of asmcgocall, whose stack pointer was this.
func (m *module) unwindCaller(asmcgocall call, sp, goroutine uint64) (stack, bool) {
	caller, _ := m.word(sp)
	size := uint64(8)
	if returnsByLink {
		moved := asmcgocall.value(asmcgocall.stack, asmcgocall.pc)
		if moved < 0 {
			return stack{}, false
		}
		size = uint64(moved)
	} else if !m.inText(caller) {
		// The frame pointer comes before the return address, in a function whose table counts the thread's stack.
		caller, _ = m.word(sp + 8)
		size = 16
	}
	found := m.unwind(registers{pc: caller, sp: sp + size, goroutine: goroutine})
	return found, len(found.calls) > 0
}
