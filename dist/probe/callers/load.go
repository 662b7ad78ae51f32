package main

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// program is what was loaded: the asked-for packages with their bodies, the types of all others.
type program struct {
	*ssa.Program
	directory string
	// own are the packages with bodies.
	own      map[*ssa.Package]bool
	problems []string
}

const (
	maxProblems = 20
	mode        = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
		packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo
)

var errTime = errors.New("the packages were not listed and compiled in time")

func load(wanted request) (program, error) {
	initial, err := loadPackages(wanted)
	if err == nil && !wanted.Sources && unreadable(initial) {
		// The compiler writes what this version of the library cannot read: the sources of everything say the same, more slowly.
		wanted.Sources = true
		initial, err = loadPackages(wanted)
	}
	if err != nil {
		return program{}, err
	}
	loaded := program{directory: wanted.Directory, own: map[*ssa.Package]bool{}, problems: []string{}}
	var complete []*packages.Package
	for _, one := range initial {
		switch {
		case strings.HasSuffix(one.ID, ".test"):
			// The main package that go test generates.
		case one.Types == nil || one.IllTyped:
			loaded.complain(one)
		default:
			complete = append(complete, one)
		}
	}
	prog, built := ssautil.Packages(complete, ssa.InstantiateGenerics)
	for _, one := range built {
		if one != nil {
			loaded.own[one] = true
		}
	}
	prog.Build()
	loaded.Program = prog
	return loaded, nil
}

func loadPackages(wanted request) ([]*packages.Package, error) {
	mode := mode
	if wanted.Sources {
		mode |= packages.NeedDeps
	}
	bound, cancel := context.WithCancel(context.Background())
	if wanted.TimeoutMs > 0 {
		bound, cancel = context.WithTimeout(bound, time.Duration(wanted.TimeoutMs)*time.Millisecond)
	}
	defer cancel()
	config := &packages.Config{Context: bound, Mode: mode, Dir: wanted.Directory, Tests: true, BuildFlags: wanted.BuildFlags, Fset: token.NewFileSet()}
	initial, err := packages.Load(config, wanted.Patterns...)
	if bound.Err() != nil {
		return nil, errTime
	}
	if err != nil {
		return nil, err
	}
	sort.Slice(initial, func(i, j int) bool { return initial[i].ID < initial[j].ID })
	return initial, nil
}

// unreadable tells that export data is in a format that the library does not know.
func unreadable(initial []*packages.Package) bool {
	found := false
	packages.Visit(initial, func(one *packages.Package) bool {
		for _, problem := range one.Errors {
			if strings.Contains(problem.Msg, "export data") || strings.Contains(problem.Msg, "unsupported version") {
				found = true
			}
		}
		return !found
	}, nil)
	return found
}

// complain says why a package is left out: its own first error, else that of what it imports.
func (p *program) complain(one *packages.Package) {
	if len(p.problems) == maxProblems {
		return
	}
	reason := "what it imports cannot be read"
	if len(one.Errors) > 0 {
		reason = strings.TrimPrefix(one.Errors[0].Error(), "-: ")
	}
	// The compiler's words have a headline: # example.com/m/b
	if headline, rest, more := strings.Cut(reason, "\n"); more && strings.HasPrefix(headline, "# ") {
		reason = rest
	}
	reason, _, _ = strings.Cut(reason, "\n")
	p.problems = append(p.problems, fmt.Sprintf("%s is left out: %s", one.ID, strings.ReplaceAll(reason, p.directory+string(filepath.Separator), "")))
}
