// Command overlayvet runs one tool of the go command, started by go test -toolexec. Up to Go 1.23 the go command names
// files to vet as if they lay in their package's folder, also those that only -overlay brings there, and vet finds no
// such file; this program puts the paths of what really lies on disk into vet's configuration first.
//
//	overlayvet OVERLAY TOOL ARGS...
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// failed is the exit code for a call that makes no sense and for a tool that could not be started.
const failed = 125

func main() {
	if len(os.Args) < 3 {
		refuse("no tool was named: this program is run by go test -toolexec")
	}
	overlay, command := os.Args[1], os.Args[2:]
	if config := command[len(command)-1]; filepath.Base(config) == "vet.cfg" {
		// What cannot be rewritten stays as it is: vet then says itself what it misses.
		_ = rewrite(config, overlay)
	}
	refuse(run(command))
}

func refuse(reason any) {
	fmt.Fprintf(os.Stderr, "crash-guard: %v\n", reason)
	os.Exit(failed)
}
