//go:build !linux && !darwin

package agent

// The numbers stay as they come: these systems have no descriptor table, or no way in the standard library to choose.

func crashGuardMoveUp(fd int) int { return fd }

func crashGuardAbove(_ int, open func()) { open() }
