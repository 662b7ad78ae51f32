//go:build !linux && !darwin

package main

func limitNumbers() map[string]int { return nil }

func readLimit(int) (limit, bool) { return limit{}, false }
