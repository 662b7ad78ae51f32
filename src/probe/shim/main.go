// Command shim is the parent of one test binary, started by go test -exec. It records how the binary started and ended
// and then ends exactly as the binary did, so that go test cannot tell the difference.
//
//	shim [-wrap N W1..WN] BINARY ARGS...
package main

import (
	"fmt"
	"os"
	"runtime"
)

// failed is the exit code for a shim that was started in a way it cannot work with. Nothing else of its own making
// changes an exit code: a record that cannot be written never fails a test.
const failed = 125

func main() {
	// The kernel ties the child's life to the thread that forked it, not to the process: keep that thread.
	runtime.LockOSThread()
	readyThreads()

	call, err := parseCall(os.Args[1:])
	if err != nil {
		refuse(err)
	}
	settings, err := loadSettings(os.Getenv(settingsVariable))
	if err != nil {
		refuse(err)
	}
	folder := currentFolder()
	place := settings.placeOf(folder)
	if settings.Keep == keepOnly {
		keepAlone(call, place).leave()
	}
	supervise(job{call, settings, folder, place, openAttempt(place.Dir)}).leave()
}

func refuse(err error) {
	fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
	os.Exit(failed)
}
