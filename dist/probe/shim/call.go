package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// call is what go test asks to be run.
type call struct {
	wrapper []string // the user's own -exec command, or empty
	binary  string
	args    []string
}

// parseCall reads the shim's arguments: [-wrap N W1..WN] BINARY ARGS...
func parseCall(argv []string) (call, error) {
	var parsed call
	if len(argv) > 0 && argv[0] == "-wrap" {
		if len(argv) < 2 {
			return call{}, errors.New("-wrap needs the number of words of the command that follows")
		}
		words, err := strconv.Atoi(argv[1])
		if err != nil || words < 0 || words > len(argv)-2 {
			return call{}, fmt.Errorf("-wrap %s: not the number of words of the command that follows", argv[1])
		}
		parsed.wrapper = argv[2 : 2+words]
		argv = argv[2+words:]
	}
	if len(argv) == 0 {
		return call{}, errors.New("no test binary was named: this program is run by go test -exec")
	}
	parsed.binary, parsed.args = argv[0], argv[1:]
	return parsed, nil
}

func (c call) wrapped() bool { return len(c.wrapper) > 0 }

// argv is the full command line of the child, with added flags of the test binary in front of the others: behind a
// positional argument they would no longer be flags.
func (c call) argv(added []string) []string {
	line := make([]string, 0, len(c.wrapper)+1+len(added)+len(c.args))
	line = append(line, c.wrapper...)
	line = append(line, c.binary)
	line = append(line, added...)
	return append(line, c.args...)
}

// runsTests reports whether the arguments are those of a test run; go run takes -exec as well. A fuzzing run hands its
// arguments on to many workers, which would all write the same files, and is never cached.
func (c call) runsTests() bool {
	tests := false
	for _, arg := range c.args {
		if strings.HasPrefix(arg, "-test.") || strings.HasPrefix(arg, "--test.") {
			tests = true
		}
	}
	return tests && !c.has("-test.fuzz")
}

// has reports whether a flag is given, as -flag, -flag=value or with two dashes.
func (c call) has(flag string) bool {
	for _, arg := range c.args {
		if strings.HasPrefix(arg, "--") {
			arg = arg[1:]
		}
		if arg == flag || strings.HasPrefix(arg, flag+"=") {
			return true
		}
	}
	return false
}

// inBuildFolder reports whether the binary lies where go test looks for a test log: in a folder bNNN of its temporary
// go-build folder. Elsewhere (go test -o) a log would only litter the user's folders.
func (c call) inBuildFolder() bool {
	folder := filepath.Dir(c.binary)
	name := filepath.Base(folder)
	if len(name) < 2 || name[0] != 'b' {
		return false
	}
	if _, err := strconv.ParseUint(name[1:], 10, 32); err != nil {
		return false
	}
	return strings.HasPrefix(filepath.Base(filepath.Dir(folder)), "go-build")
}
