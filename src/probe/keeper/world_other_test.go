//go:build unix && !linux

package main

func playOnLinux(string) (known bool) { return false }
