// Package cli is the command line of a backup tool.
package cli

import (
	"fmt"
	"io"
)

// Run returns the code to exit with.
func Run(args []string, out io.Writer) int {
	if len(args) == 0 || args[0] == "help" {
		fmt.Fprintln(out, "usage: backup FOLDER")
		return 0
	}
	fmt.Fprintln(out, "saved", args[0])
	return 0
}
