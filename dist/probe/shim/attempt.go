package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"go-crash-guard/probe/internal/record"
)

// attempt is the folder that holds everything about one run of one test binary. Its dir is empty when no folder could be
// made: the tests then run unobserved, and the missing record is what tells of it.
type attempt struct {
	dir    string
	number int
}

// openAttempt makes the first free attempt-N below dir. Making the folder is the lock between shims of the same package.
func openAttempt(dir string) attempt {
	if dir == "" || os.MkdirAll(dir, 0o755) != nil {
		return attempt{}
	}
	for number := 1; ; number++ {
		folder := filepath.Join(dir, "attempt-"+strconv.Itoa(number))
		err := os.Mkdir(folder, 0o755)
		if err == nil {
			return attempt{folder, number}
		}
		if !os.IsExist(err) {
			return attempt{}
		}
	}
}

func (a attempt) recorded() bool { return a.dir != "" }

// write leaves a JSON file in the folder.
func (a attempt) write(name string, value any) {
	if !a.recorded() {
		return
	}
	if err := record.WriteJSON(filepath.Join(a.dir, name), value); err != nil {
		a.problem("%s: %v", name, err)
	}
}

// problem notes what could not be recorded, where the report looks for it: the output and the exit code belong to the tests.
func (a attempt) problem(format string, values ...any) {
	if !a.recorded() {
		return
	}
	file, err := os.OpenFile(filepath.Join(a.dir, "shim-problems.txt"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	defer file.Close()
	fmt.Fprintf(file, format+"\n", values...)
}
