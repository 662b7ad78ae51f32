//go:build !(linux && (amd64 || arm64))

package exittrace

const unsupported = "finding out who called exit works on Linux on amd64 and arm64 only"

// Refusal says why programs cannot be traced here.
func Refusal() string { return unsupported }

// RefusalOf says why this program cannot be traced.
func RefusalOf(string) string { return unsupported }
