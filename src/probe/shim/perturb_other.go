//go:build !linux

package main

// disturb knows no way here.
func disturb(int) disturbed { return nil }
