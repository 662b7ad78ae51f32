package agent

import (
	crashGuardOS "os"
	crashGuardDebug "runtime/debug"
	crashGuardStrconv "strconv"
	crashGuardStrings "strings"
)

// crashGuardVariable holds PID:DIR: the process that must be the parent (0 for any) and the folder to write to.
const crashGuardVariable = "CRASH_GUARD_AGENT"

// init runs before package testing starts its log of files and variables, so that nothing here ends up in the key of
// a cached result.
func init() {
	order := crashGuardOS.Getenv(crashGuardVariable)
	// Always, so that what the tests start does not take the order for its own.
	_ = crashGuardOS.Unsetenv(crashGuardVariable)
	if dir := crashGuardFolder(order, crashGuardOS.Getppid()); dir != "" {
		crashGuardStart(dir)
	}
}

// crashGuardFolder is the folder to write to, or "" when the order is not meant for a child of this parent: a test that
// runs its own binary again passes its environment on.
func crashGuardFolder(order string, parent int) string {
	colon := crashGuardStrings.IndexByte(order, ':')
	if colon < 0 {
		return ""
	}
	pid, err := crashGuardStrconv.Atoi(order[:colon])
	if err != nil || pid != 0 && pid != parent {
		return ""
	}
	return order[colon+1:]
}

// crashGuardStart needs the timeline to be the first of its name: a second process with the same order stays inactive.
func crashGuardStart(dir string) {
	file, err := crashGuardCreate(dir + "/timeline.csv")
	if err != nil {
		return
	}
	if _, own := crashGuardOS.LookupEnv("GOTRACEBACK"); !own {
		crashGuardDebug.SetTraceback("all")
	}
	crashGuardKeepCrashes(dir + "/crash.txt")
	crashGuardRunning = crashGuardNewTimeline(file, crashGuardOpenRss(), crashGuardInterval)
	crashGuardRunning.begin(crashGuardHasDeadline(crashGuardOS.Args))
}

// crashGuardRunning is nil while the agent is inactive.
var crashGuardRunning *crashGuardTimeline

// CrashGuardEnd takes the last sample and returns code, the result of testing.M.Run, as it is.
func CrashGuardEnd(code int) int {
	if crashGuardRunning != nil {
		crashGuardRunning.end()
	}
	return code
}
