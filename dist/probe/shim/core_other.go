//go:build !linux

package main

import "errors"

var errNoCores = errors.New("core dumps are collected on Linux only")

func kernelSetting(string) string { return "" }

func raiseCoreLimit() (restore func(), wasZero bool, err error) { return func() {}, false, errNoCores }

func moveCore(string, string) error { return errNoCores }
