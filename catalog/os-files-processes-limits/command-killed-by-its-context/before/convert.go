//go:build unix

// Package convert converts documents with a program.
package convert

import (
	"context"
	"os/exec"
	"time"
)

const limit = 100 * time.Millisecond

func Run(script string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	pdf, err := exec.CommandContext(ctx, "/bin/sh", "-c", "exec "+script).Output()
	if err != nil {
		panic(err) //crash:blame
	}
	return pdf, nil
}
