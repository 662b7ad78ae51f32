//go:build !linux

package main

func oomKills() *uint64 { return nil }

func freeMemory() (available, swap *uint64) { return nil, nil }
