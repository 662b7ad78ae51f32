// Package progress tells how far a job has come.
package progress

import (
	"fmt"
	"io"
)

type Bar struct {
	// Out is where the bar is shown; nowhere if it is nil.
	Out   io.Writer
	Total int
	done  int
}

func (b *Bar) Step() int {
	b.done++
	out := b.Out
	if out == nil {
		out = io.Discard
	}
	fmt.Fprintf(out, "\r%d of %d", b.done, b.Total)
	return b.Total - b.done
}
