// Package tunnel keeps a tunnel program running.
package tunnel

import "os/exec"

type Tunnel struct{ cmd *exec.Cmd }

func Open(program string) (*Tunnel, error) {
	cmd := exec.Command(program, "-N")
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Tunnel{cmd: cmd}, nil
}

func (t *Tunnel) Close() error {
	if err := t.cmd.Process.Kill(); err != nil {
		return err
	}
	return t.cmd.Wait()
}
