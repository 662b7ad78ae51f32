// Package mailer sends mail through one server.
package mailer

import (
	"errors"
	"os"
)

var ErrNoHost = errors.New("mailer: SMTP_HOST is not set")

// Subject shortens a subject to what fits.
func Subject(text string) string { return text[:min(len(text), 78)] }

func Host() (string, error) {
	host := os.Getenv("SMTP_HOST")
	if host == "" {
		return "", ErrNoHost
	}
	return host, nil
}
