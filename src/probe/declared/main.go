// Command declared lists the tests that go test would find in the test files of packages, before and after -run and
// -skip. It reads a request as JSON from its input and prints the answer as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(answer(os.Stdin, os.Stdout, os.Stderr)) }

// answer returns the exit code: 2 for a request that makes no sense, with {"error":"..."} as the answer.
func answer(input io.Reader, output, problems io.Writer) int {
	var wanted request
	err := json.NewDecoder(input).Decode(&wanted)
	if err != nil {
		err = fmt.Errorf("the request is not JSON: %w", err)
	}
	var chosen selection
	if err == nil {
		chosen, err = newSelection(wanted.Run, wanted.Skip, wanted.GoMinor)
	}
	code, text := 0, []byte(nil)
	if err != nil {
		code, text = 2, encode(map[string]string{"error": err.Error()})
	} else {
		text = encode(response{inspectAll(wanted.Packages, chosen)})
	}
	if _, err := output.Write(text); err != nil {
		fmt.Fprintln(problems, err)
		return 1
	}
	return code
}

func encode(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return append(text, '\n')
}
