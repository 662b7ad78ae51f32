package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"

	"go-crash-guard/probe/internal/cgroup"
)

// encloseAsRoot has root make an enclosure and hand it over to this user, where sudo asks for no password. With systemd
// and version 2 it lies in a scope, which systemd leaves alone and removes at the end. Version 1 needs none: systemd does
// not mind groups below those that it made.
func encloseAsRoot(ceiling uint64) (*enclosure, error) {
	own, ok := cgroup.Memory(0)
	if !ok {
		return nil, errors.New("no control groups for memory are mounted here")
	}
	if _, err := exec.LookPath("sudo"); err != nil {
		return nil, errors.New("sudo is not installed")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	name, err := newGroupName()
	if err != nil {
		return nil, err
	}
	argv, scope := []string{"sudo", "-n"}, ""
	if _, err := os.Stat("/run/systemd/system"); err == nil && own.Version == 2 {
		scope = name + ".scope"
		argv = append(argv, "systemd-run", "--scope", "--quiet", "--collect", "--unit="+name, "-p", "Delegate=yes", "--")
	}
	argv = append(argv, self, "adopt", name, scope, strconv.FormatUint(ceiling, 10),
		strconv.Itoa(os.Getpid()), strconv.Itoa(os.Getuid()), strconv.Itoa(os.Getgid()))
	answer, done, err := ask(argv...)
	if err != nil {
		return nil, err
	}
	e, err := take(answer, scope)
	done() // from here on it is this process that holds the groups
	if err != nil {
		return nil, err
	}
	if scope == "" {
		e.dispose = func() error { return giveBack(self, own, e.top) }
	}
	if err := tryOut(e.inside); err != nil {
		e.remove()
		return nil, err
	}
	return e, nil
}

// take looks at what root says that it made, and locks it.
func take(answer reply, scope string) (*enclosure, error) {
	top, okTop := cgroup.At(answer.Top)
	limit, okLimit := cgroup.At(answer.Limit)
	inside, okInside := cgroup.At(filepath.Join(answer.Limit, cgroup.ToolsGroup))
	if !okTop || !okLimit || !okInside {
		return nil, fmt.Errorf("root made no control group in %q", answer.Limit)
	}
	lock, err := lockGroup(top, syscall.LOCK_SH)
	if err != nil {
		return nil, err
	}
	return &enclosure{limit: limit, inside: inside, top: top, scope: scope, lock: lock}, nil
}

// giveBack has root remove the groups. On version 2 the keeper, which is in there, is moved back to where it was first.
func giveBack(self string, home, top cgroup.Group) error {
	_, done, err := ask("sudo", "-n", self, "disown", home.Dir, top.Dir)
	if err == nil {
		done()
	}
	return err
}
