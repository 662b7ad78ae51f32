package cgroup

// The two groups below a ceiling, which the keeper makes and the shims use.
const (
	ToolsGroup = "go"    // go test and all that it starts to build with
	TestsGroup = "tests" // all tests together, with a group for each test binary in it
)
