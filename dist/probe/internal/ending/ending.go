// Package ending says how a process ended and what it had used until then.
package ending

// Ending is the part of an end record that the operating system reports. Exactly one of ExitCode and Signal is set;
// none is when the process never started.
type Ending struct {
	ExitCode     *int    `json:"exitCode"`
	Signal       *string `json:"signal"`       // "SIGKILL"
	SignalNumber *int    `json:"signalNumber"` // 9
	CoreDumped   bool    `json:"coreDumped"`
	MaxRssBytes  int64   `json:"maxRssBytes"`
	UserCPUMs    int64   `json:"userCpuMs"`
	SystemCPUMs  int64   `json:"systemCpuMs"`
}
