// Package export writes orders as CSV.
package export

import (
	"bufio"
	"fmt"
	"os"
)

const perFile = 200_000

func Orders(path string, orders int) ([]string, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	for order := 0; order < orders; order++ {
		fmt.Fprintf(w, "%08d\n", order)
	}
	if err := w.Flush(); err != nil {
		panic(err) //crash:blame
	}
	return []string{path}, nil
}
