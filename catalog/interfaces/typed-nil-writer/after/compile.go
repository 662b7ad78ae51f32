// Package compile turns rules into steps.
package compile

import (
	"bytes"
	"fmt"
	"io"
)

func steps(rules []string, trace io.Writer) int {
	for _, rule := range rules {
		if trace != nil {
			fmt.Fprintln(trace, "rule", rule)
		}
	}
	return 2 * len(rules)
}

// Run gives the number of steps, and what was done if verbose.
func Run(rules []string, verbose bool) (int, string) {
	var log bytes.Buffer
	var trace io.Writer
	if verbose {
		trace = &log
	}
	return steps(rules, trace), log.String()
}
