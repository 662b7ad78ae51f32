//go:build !unix

package ending

import "os"

// Of reads the ending of a process that was waited for. Systems without signals report an exit code for every ending.
func Of(state *os.ProcessState) Ending {
	code := state.ExitCode()
	return Ending{
		ExitCode:    &code,
		UserCPUMs:   state.UserTime().Milliseconds(),
		SystemCPUMs: state.SystemTime().Milliseconds(),
	}
}
