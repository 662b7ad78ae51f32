// Package greet is the body of a command.
package greet

import (
	"fmt"
	"io"
	"os"
)

// Main gives the exit code.
func Main(out io.Writer) int {
	name := os.Args[1] //crash:blame
	fmt.Fprintf(out, "Hello %s\n", name)
	return 0
}
