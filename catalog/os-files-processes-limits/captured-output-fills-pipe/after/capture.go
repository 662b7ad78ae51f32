// Package capture catches what a function prints.
package capture

import (
	"io"
	"os"
)

// Output is what a function writes to standard output.
func Output(print func()) (string, error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return "", err
	}
	var text []byte
	done := make(chan error)
	go func() {
		var err error
		text, err = io.ReadAll(reader)
		done <- err
	}()
	stdout := os.Stdout
	os.Stdout = writer
	print()
	os.Stdout = stdout
	writer.Close()
	err = <-done
	return string(text), err
}
