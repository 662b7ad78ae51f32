package exittrace

// The Go code that called into C waits on the goroutine's own stack, while C works on that of the thread.
// runtime.asmcgocall (src/runtime/asm_*.s) leaves two words on the thread's stack, the goroutine and how deep in its
// stack it was: the depth first on amd64, the goroutine first on arm64. Its return address is no guide to them: a C
// function that never returns need not keep it.

const searchedStack = 256 << 10 // bytes of C's stack

// unwindFromC finds the Go code that called the C code a thread is in. There is none in threads that C started.
func (m *module) unwindFromC(r registers) (stack, bool) {
	content, _ := m.bytes(r.sp, searchedStack)
	words := wordsOf(content)
	for at := 0; at+1 < len(words); at++ {
		goroutine, depth := words[at+1], words[at]
		if returnsByLink {
			goroutine, depth = depth, goroutine
		}
		if caller, ok := m.callerOfC(goroutine, depth); ok {
			return m.unwind(caller), true
		}
	}
	return stack{}, false
}

// callerOfC looks at this depth of a goroutine's stack for the frame of asmcgocall, which runtime.cgocall has called.
func (m *module) callerOfC(goroutine, depth uint64) (registers, bool) {
	if depth == 0 || depth%8 != 0 || goroutine%8 != 0 || goroutine < 4096 {
		return registers{}, false
	}
	low, ok := m.word(goroutine) // g begins with the bounds of its stack
	high, also := m.word(goroutine + 8)
	if !ok || !also || low >= high || depth > high-low {
		return registers{}, false
	}
	// The frame holds the return address and the frame pointer, which comes first on amd64 and does not count on arm64.
	first, _ := m.word(high - depth)
	second, _ := m.word(high - depth + 8)
	pc := second
	if returnsByLink {
		pc = first
	}
	caller, ok := m.functionAt(pc - 1)
	return registers{pc: pc, sp: high - depth + 16, goroutine: goroutine}, ok && caller.name == "runtime.cgocall"
}
