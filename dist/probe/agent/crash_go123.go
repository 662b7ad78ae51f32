//go:build go1.23

package agent

import crashGuardDebug "runtime/debug"

// crashGuardKeepCrashes has the runtime copy its last words to a file, with all goroutines, apart from what the tests
// print. The file is there from the start and stays empty unless the process crashes.
func crashGuardKeepCrashes(path string) {
	file, err := crashGuardCreateAtStart(path)
	if err != nil {
		return
	}
	// The runtime keeps a duplicate of its own.
	crashGuardAbove(int(file.Fd()), func() { _ = crashGuardDebug.SetCrashOutput(file, crashGuardDebug.CrashOptions{}) })
	_ = file.Close()
}
