// Package export writes orders as CSV.
package export

import (
	"bufio"
	"fmt"
	"os"
)

const perFile = 50_000

func Orders(path string, orders int) ([]string, error) {
	var paths []string
	for first := 0; first < orders; first += perFile {
		part := fmt.Sprintf("%s.%d", path, len(paths))
		if err := write(part, first, min(orders, first+perFile)); err != nil {
			return paths, err
		}
		paths = append(paths, part)
	}
	return paths, nil
}

func write(path string, first, end int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	for order := first; order < end; order++ {
		fmt.Fprintf(w, "%08d\n", order)
	}
	return w.Flush()
}
