// Command callers finds out who can reach a function. It reads a request as JSON from its input and prints the answer as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(answer(os.Stdin, os.Stdout, os.Stderr)) }

// answer returns the exit code: 2 for a request that makes no sense, 1 for one that cannot be answered.
func answer(input io.Reader, output, problems io.Writer) int {
	var wanted request
	if err := json.NewDecoder(input).Decode(&wanted); err != nil {
		fmt.Fprintf(problems, "the request is not JSON: %v\n", err)
		return 2
	}
	found, err := callers(wanted)
	if err == nil {
		err = json.NewEncoder(output).Encode(found)
	}
	if err != nil {
		fmt.Fprintln(problems, err)
		return 1
	}
	return 0
}

func callers(wanted request) (response, error) {
	wanted = wanted.bounded()
	program, err := load(wanted)
	if err != nil {
		return response{}, err
	}
	found := response{Targets: []place{}, Candidates: []string{}, Paths: []path{}, Problems: program.problems}
	graph := program.graph()
	targets, approximate := graph.find(wanted, program.directory)
	if len(targets) == 0 {
		found.Candidates = graph.candidates(wanted.Function)
		return found, nil
	}
	found.Approximate = approximate
	for _, target := range targets {
		found.Targets = append(found.Targets, target.declared)
	}
	found.Paths, found.Omitted = graph.paths(targets, wanted.MaxPaths, wanted.MaxDepth)
	return found, nil
}
