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
			fmt.Fprintln(trace, "rule", rule) //crash:blame
		}
	}
	return 2 * len(rules)
}

// Run gives the number of steps, and what was done if verbose.
func Run(rules []string, verbose bool) (int, string) {
	var log *bytes.Buffer
	if verbose {
		log = new(bytes.Buffer)
	}
	count := steps(rules, log)
	if !verbose {
		return count, ""
	}
	return count, log.String()
}
