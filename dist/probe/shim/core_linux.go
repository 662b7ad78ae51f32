package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

func kernelSetting(name string) string {
	return strings.TrimRight(readStart("/proc/sys/kernel/"+name, 4096), "\n")
}

// raiseCoreLimit lets the child, which is started next, dump a core of any size that is allowed; restore takes the
// shim's own limit back, under which there were no cores where it was zero.
func raiseCoreLimit() (restore func(), wasZero bool, err error) {
	var own syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_CORE, &own); err != nil {
		return func() {}, false, err
	}
	if own.Max == 0 {
		return func() {}, true, errors.New("the hard limit of core dumps (ulimit -Hc) is 0")
	}
	raised := syscall.Rlimit{Cur: own.Max, Max: own.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &raised); err != nil {
		return func() {}, own.Cur == 0, err
	}
	return func() { _ = syscall.Setrlimit(syscall.RLIMIT_CORE, &own) }, own.Cur == 0, nil
}

// moveCore moves a core, by copy where it lies on another file system. What could not be copied stays where it is.
func moveCore(from, to string) error {
	err := os.Rename(from, to)
	if !errors.Is(err, syscall.EXDEV) {
		return err
	}
	if err := copySparse(from, to); err != nil {
		os.Remove(to)
		return err
	}
	return os.Remove(from)
}

// copySparse copies the parts that hold data: most of a Go program's core is a hole.
func copySparse(from, to string) error {
	const seekData, seekHole = 3, 4 // linux/fs.h
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	if free := freeBytes(filepath.Dir(to)); free != nil && info.Sys().(*syscall.Stat_t).Blocks*512 > int64(*free) {
		return syscall.ENOSPC
	}
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer target.Close()
	for at := int64(0); at < info.Size(); {
		begin, err := source.Seek(at, seekData)
		if errors.Is(err, syscall.ENXIO) {
			break // nothing but a hole up to the end
		}
		if err != nil {
			return err
		}
		end, err := source.Seek(begin, seekHole)
		if err != nil {
			return err
		}
		if _, err := target.Seek(begin, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(target, io.NewSectionReader(source, begin, end-begin)); err != nil {
			return err
		}
		at = end
	}
	if err := target.Truncate(info.Size()); err != nil {
		return err
	}
	return target.Close()
}
