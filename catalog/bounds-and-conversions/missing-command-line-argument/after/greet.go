// Package greet is the body of a command.
package greet

import (
	"fmt"
	"io"
	"os"
)

// Main gives the exit code.
func Main(out io.Writer) int {
	if len(os.Args) != 2 {
		fmt.Fprintln(out, "usage: greet NAME")
		return 2
	}
	name := os.Args[1]
	fmt.Fprintf(out, "Hello %s\n", name)
	return 0
}
