// Package progress tells how far a job has come.
package progress

import (
	"fmt"
	"io"
)

type Bar struct {
	Out   io.Writer
	Total int
	done  int
}

func (b *Bar) Step() int {
	b.done++
	fmt.Fprintf(b.Out, "\r%d of %d", b.done, b.Total) //crash:blame
	return b.Total - b.done
}
