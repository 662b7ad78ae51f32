//go:build !unix

package agent

import crashGuardOS "os"

// crashGuardOpen opens a file for reading; only while package testing does not log yet.
func crashGuardOpen(path string) (*crashGuardOS.File, error) { return crashGuardOS.Open(path) }
