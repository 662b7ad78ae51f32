package main

import (
	"strings"
	"testing"
)

func TestTraceLines(t *testing.T) {
	for _, row := range []struct {
		name, text string
		packages   int
		said       string
	}{
		// As go1.21.13, go1.24.9 and go1.27.3 print them.
		{"lines of the runtime", "init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs\ninit net/http @3.5 ms, 0.005 ms clock, 2464 bytes, 29 allocs\n", 2, ""},
		{"an escaped path", "init gopkg.in/yaml%2ev3 @3.5 ms, 1e+03 ms clock, 2464 bytes, 29 allocs\n", 1, ""},
		{"lines between them", "init a @0 ms, 0 ms clock, 0 bytes, 0 allocs\nhello\ninit b @0 ms, 0 ms clock, 0 bytes, 0 allocs\nworld\n", 2, "hello\nworld"},
		{"no end", "init a @0 ms, 0 ms clock, 0 bytes, 0 allocs", 1, ""},
		{"carriage returns", "init a @0 ms, 0 ms clock, 0 bytes, 0 allocs\r\nhello\r\n", 1, "hello"},
		{"what only looks like it", "init a @0 ms, 0 ms clock, 0 bytes\ninit a b @0 ms, 0 ms clock, 0 bytes, 0 allocs\n", 0, "init a @0 ms, 0 ms clock, 0 bytes\ninit a b @0 ms, 0 ms clock, 0 bytes, 0 allocs"},
		{"numbers that are none", "init a @0 ms, 1.2.3 ms clock, 99999999999999999999 bytes, 0 allocs\n", 1, ""},
		{"a crash", strings.Repeat("log\n", 300) + "panic: no\n\ngoroutine 1 [running]:\n" + strings.Repeat("more\n", 300), 0, "panic: no\n\ngoroutine 1 [running]:\n" + strings.TrimSpace(strings.Repeat("more\n", maxSaidLines-3))},
		{"the end of a long text", strings.Repeat("a\n", 300) + strings.Repeat("b\n", maxSaidLines), 0, strings.TrimSpace(strings.Repeat("b\n", maxSaidLines))},
		{"a long line", strings.Repeat("a", 3*maxLineBytes) + "\nb\n", 0, strings.Repeat("a", maxLineBytes) + "\nb"},
		{"no text", "\xff\xfe\x00\n", 0, "\uFFFD\x00"},
	} {
		t.Run(row.name, func(t *testing.T) {
			for _, size := range []int{1, 7, len(row.text)} {
				var reader traceReader
				for rest := row.text; rest != ""; {
					part := rest[:min(size, len(rest))]
					if count, err := reader.Write([]byte(part)); count != len(part) || err != nil {
						t.Fatal(count, err)
					}
					rest = rest[len(part):]
				}
				reader.end()
				if len(reader.packages) != row.packages || reader.said() != row.said {
					t.Errorf("in pieces of %d: %+v, said %q", size, reader.packages, reader.said())
				}
			}
		})
	}
	var reader traceReader
	for i := 0; i < maxInitialisations+5; i++ {
		_, _ = reader.Write([]byte("init a @0.5 ms, 1.5 ms clock, 3 bytes, 2 allocs\n"))
	}
	if len(reader.packages) != maxInitialisations || reader.omitted != 5 || reader.packages[0] != (initialisation{"a", 0.5, 1.5, 3, 2}) {
		t.Errorf("%d packages, %d omitted, %+v", len(reader.packages), reader.omitted, reader.packages[0])
	}
}
