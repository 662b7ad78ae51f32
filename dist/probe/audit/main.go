// Command audit finds what packages do while they are initialised. It reads what `go list -e -deps -test -json` has printed from
// its input and prints its findings as JSON; an argument names the file of `go test -overlay`. As
// `audit start FOLDER LIMIT PROGRAM ARGUMENT...` it starts a test binary and writes down what its initialisation cost.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

func main() {
	if len(os.Args) > 4 && os.Args[1] == "start" {
		os.Exit(start(os.Args[2], os.Args[3], os.Args[4:]))
	}
	overlay := ""
	if len(os.Args) > 1 {
		overlay = os.Args[1]
	}
	if err := answer(os.Stdin, os.Stdout, overlay); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answer(input io.Reader, output io.Writer, overlay string) error {
	replace, err := readOverlay(overlay)
	if err != nil {
		return err
	}
	packages, err := readListing(input, replace)
	if err != nil {
		return fmt.Errorf("the list of packages: %w", err)
	}
	return json.NewEncoder(output).Encode(audit(packages))
}

// readOverlay reads the file that -overlay names: absolute paths only.
func readOverlay(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var overlay struct{ Replace map[string]string }
	if err := json.Unmarshal(text, &overlay); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return overlay.Replace, nil
}

// audit answers in the order of the list, without what is there for its types only.
func audit(packages []listed) response {
	found := response{Packages: []audited{}, TestMains: []testMain{}}
	all := readAll(packages)
	for _, one := range all.packages {
		if one.role != typesOnly {
			found.Packages = append(found.Packages, all.link(one))
			found.TestMains = append(found.TestMains, one.testMains...)
		}
	}
	return found
}
