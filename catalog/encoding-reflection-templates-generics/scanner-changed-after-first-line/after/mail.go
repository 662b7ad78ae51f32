// Package mail reads stored mails.
package mail

import (
	"bufio"
	"io"
)

func Read(r io.Reader) (subject string, lines int, err error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	if scanner.Scan() {
		subject = scanner.Text()
	}
	for scanner.Scan() {
		lines++
	}
	return subject, lines, scanner.Err()
}
