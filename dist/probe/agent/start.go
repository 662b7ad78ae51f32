package agent

import (
	crashGuardOS "os"
	crashGuardDebug "runtime/debug"
	crashGuardStrconv "strconv"
	crashGuardStrings "strings"
)

// crashGuardVariable holds PID:MODE:DIR: the process that must be the parent (0 for any), "sample" for samples all along or
// "quiet" for the first and the last only, and the folder to write to.
const crashGuardVariable = "CRASH_GUARD_AGENT"

// crashGuardTracebackVariable says that GOTRACEBACK is the shim's: the runtime has read it at its start, and nobody else is to
// see it.
const crashGuardTracebackVariable = "CRASH_GUARD_TRACEBACK"

// crashGuardGodebugVariable says that GODEBUG is the shim's, who has the runtime sample the heap from its start on: "=" and what
// it was before, or nothing where there was none.
const crashGuardGodebugVariable = "CRASH_GUARD_GODEBUG"

// init runs before package testing starts its log of files and variables, so that nothing here ends up in the key of
// a cached result.
func init() {
	order := crashGuardOS.Getenv(crashGuardVariable)
	// Always, so that what the tests start does not take the order for its own.
	_ = crashGuardOS.Unsetenv(crashGuardVariable)
	if crashGuardOS.Getenv(crashGuardTracebackVariable) != "" {
		_ = crashGuardOS.Unsetenv(crashGuardTracebackVariable)
		_ = crashGuardOS.Unsetenv("GOTRACEBACK")
	}
	if before, ours := crashGuardOS.LookupEnv(crashGuardGodebugVariable); ours {
		_ = crashGuardOS.Unsetenv(crashGuardGodebugVariable)
		crashGuardPutBack("GODEBUG", before)
	}
	if mode, dir := crashGuardOrder(order, crashGuardOS.Getppid()); dir != "" {
		crashGuardStart(dir, mode == "sample")
	}
}

func crashGuardPutBack(name, before string) {
	if before == "" {
		_ = crashGuardOS.Unsetenv(name)
	} else {
		_ = crashGuardOS.Setenv(name, before[1:])
	}
}

// crashGuardOrder is the mode and the folder to write to, or nothing when the order is not meant for a child of this
// parent: a test that runs its own binary again passes its environment on.
func crashGuardOrder(order string, parent int) (mode, dir string) {
	parts := crashGuardStrings.SplitN(order, ":", 3)
	if len(parts) != 3 {
		return "", ""
	}
	pid, err := crashGuardStrconv.Atoi(parts[0])
	if err != nil || pid != 0 && pid != parent {
		return "", ""
	}
	return parts[1], parts[2]
}

// crashGuardStart needs the timeline to be the first of its name: a second process with the same order stays inactive.
func crashGuardStart(dir string, sampling bool) {
	file, err := crashGuardCreateAtStart(dir + "/timeline.csv")
	if err != nil {
		return
	}
	conf := crashGuardReadConf(dir)
	if _, own := crashGuardOS.LookupEnv("GOTRACEBACK"); !own {
		crashGuardDebug.SetTraceback(crashGuardTraceback(conf))
	}
	crashGuardKeepCrashes(dir + "/crash.txt")
	timeline := crashGuardNewTimeline(file, crashGuardOpenRss(), crashGuardInterval)
	timeline.watch = crashGuardNewWatch(conf, dir)
	if conf.goroutines > 0 || conf.requests {
		crashGuardProfileEvents()
	}
	crashGuardRunning = timeline
	crashGuardLooking = crashGuardNewLeaks(conf, dir)
	timeline.begin(sampling && crashGuardHasDeadline(crashGuardOS.Args))
	if conf.snapshotAt > 0 && !crashGuardIsRuntime(crashGuardOS.Args[0]) {
		timeline.followCollections()
	}
}

// crashGuardCreateAtStart comes right after the binary was linked, when its pages may still fill the control group.
func crashGuardCreateAtStart(path string) (file *crashGuardOS.File, err error) {
	err = crashGuardInsistOnMemory(func() error {
		file, err = crashGuardCreate(path)
		return err
	})
	return file, err
}

func crashGuardOpenAtStart(path string) (file *crashGuardOS.File, err error) {
	err = crashGuardInsistOnMemory(func() error {
		file, err = crashGuardOpen(path)
		return err
	})
	return file, err
}

// crashGuardTraceback is all goroutines; with "crash" the process also ends in SIGABRT.
func crashGuardTraceback(conf crashGuardConf) string {
	if conf.core {
		return "crash"
	}
	return "all"
}

// crashGuardRunning is nil while the agent is inactive.
var crashGuardRunning *crashGuardTimeline

// CrashGuardEnd takes the last sample and returns code, the result of testing.M.Run, as it is.
func CrashGuardEnd(code int) int {
	if crashGuardRunning != nil {
		crashGuardRunning.end()
		crashGuardRunning.lastWords(code)
	}
	if crashGuardLooking != nil {
		crashGuardLooking.ended = crashGuardLooking.before != nil
	}
	return code
}
