// Package report streams rows as text.
package report

import (
	"errors"
	"fmt"
	"io"
)

var ErrNegative = errors.New("report: negative amount")

// Rows writes while somebody reads.
func Rows(amounts []int) io.Reader {
	reader, writer := io.Pipe()
	go func() {
		if write(writer, amounts) != nil {
			return
		}
		writer.Close()
	}()
	return reader
}

func write(w io.Writer, amounts []int) error {
	for _, amount := range amounts {
		if amount < 0 {
			return ErrNegative
		}
		if _, err := fmt.Fprintln(w, amount); err != nil {
			return err
		}
	}
	return nil
}

// Text reads the whole report.
func Text(amounts []int) (string, error) {
	text, err := io.ReadAll(Rows(amounts)) //crash:blame
	return string(text), err
}
