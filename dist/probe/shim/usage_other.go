//go:build !linux

package main

func usageOf(int) usage { return usage{} }
