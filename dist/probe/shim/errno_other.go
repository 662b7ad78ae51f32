//go:build !unix

package main

import "syscall"

// nameOf gives nothing: other systems have numbers of their own, which the error's text explains.
func nameOf(syscall.Errno) string { return "" }
