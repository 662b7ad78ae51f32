//go:build unix

package main

import (
	"strconv"
	"syscall"
)

// nameOf knows what fork and execve return; any other number is named by itself.
func nameOf(number syscall.Errno) string {
	switch number {
	case syscall.E2BIG:
		return "E2BIG"
	case syscall.EACCES:
		return "EACCES"
	case syscall.EAGAIN:
		return "EAGAIN"
	case syscall.EFAULT:
		return "EFAULT"
	case syscall.EINTR:
		return "EINTR"
	case syscall.EINVAL:
		return "EINVAL"
	case syscall.EIO:
		return "EIO"
	case syscall.EISDIR:
		return "EISDIR"
	case syscall.ELOOP:
		return "ELOOP"
	case syscall.EMFILE:
		return "EMFILE"
	case syscall.ENAMETOOLONG:
		return "ENAMETOOLONG"
	case syscall.ENFILE:
		return "ENFILE"
	case syscall.ENODEV:
		return "ENODEV"
	case syscall.ENOENT:
		return "ENOENT"
	case syscall.ENOEXEC:
		return "ENOEXEC"
	case syscall.ENOMEM:
		return "ENOMEM"
	case syscall.ENOSPC:
		return "ENOSPC"
	case syscall.ENOSYS:
		return "ENOSYS"
	case syscall.ENOTDIR:
		return "ENOTDIR"
	case syscall.ENXIO:
		return "ENXIO"
	case syscall.EPERM:
		return "EPERM"
	case syscall.EROFS:
		return "EROFS"
	case syscall.ESTALE:
		return "ESTALE"
	case syscall.ETXTBSY:
		return "ETXTBSY"
	default:
		return "E" + strconv.Itoa(int(number))
	}
}
