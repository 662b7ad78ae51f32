package agent

import (
	crashGuardStrings "strings"
	crashGuardTime "time"
)

// crashGuardHasDeadline reports whether the tests run under -test.timeout, as go test sets it unless told otherwise.
// Without it the runtime can notice that all goroutines are asleep and end the process; any armed timer, ours too, would
// keep it from that. Package testing's own does so anyway when there is a deadline.
func crashGuardHasDeadline(args []string) bool {
	const flag = "-test.timeout="
	found := false
	for _, arg := range args {
		if at := crashGuardStrings.Index(arg, flag); at == 0 || at == 1 && arg[0] == '-' {
			limit, err := crashGuardTime.ParseDuration(arg[at+len(flag):])
			found = err == nil && limit > 0
		}
	}
	return found
}
