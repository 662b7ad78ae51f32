//go:build !unix

package main

func textBusy(error) bool { return false }
