package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// writeModule makes a module of these files, `go.mod` included unless it is given.
func writeModule(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	if _, ok := files["go.mod"]; !ok {
		files["go.mod"] = "module example.com/m\n\ngo 1.21\n"
	}
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// listModule is what go list prints of the whole module.
func listModule(t *testing.T, folder string, flags ...string) []byte {
	t.Helper()
	fields := "ImportPath,Dir,Name,Standard,DepOnly,ForTest,GoFiles,CgoFiles,ImportMap,Module"
	list := exec.Command("go", append(append([]string{"list", "-e", "-deps", "-test", "-json=" + fields}, flags...), "./...")...)
	list.Dir = folder
	list.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")
	list.Stderr = os.Stderr
	output, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	return output
}

// auditModule answers as the program does.
func auditModule(t *testing.T, folder string, flags ...string) response {
	t.Helper()
	var output bytes.Buffer
	if err := answer(bytes.NewReader(listModule(t, folder, flags...)), &output, ""); err != nil {
		t.Fatal(err)
	}
	var found response
	if err := json.Unmarshal(output.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

func (r response) of(path string) audited {
	for _, one := range r.Packages {
		if one.Package == path {
			return one
		}
	}
	return audited{Problems: []string{path + " is not in the answer"}}
}

// lines tells each finding in one line: `file p.go:7 os.Open(name): init > load`, with a question mark where it may not happen.
func (a audited) lines() string {
	var lines []string
	for _, one := range a.Findings {
		var chain []string
		for _, step := range one.Chain {
			chain = append(chain, step.Function)
		}
		maybe := ""
		if one.Conditional {
			maybe = "?"
		}
		more := ""
		if one.Also > 0 {
			more = fmt.Sprintf(" and %d more", one.Also)
		}
		lines = append(lines, fmt.Sprintf("%s%s %s:%d %s: %s%s", one.Kind, maybe, filepath.Base(one.File), one.Line, one.What, strings.Join(chain, " > "), more))
	}
	return strings.Join(append(lines, a.Problems...), "\n")
}
