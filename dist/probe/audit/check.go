package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// unit is one package, read.
type unit struct {
	listed
	number   int
	types    *types.Package
	done     chan struct{}
	problems []string
	// roots are the initialisers, functions whatever may be called, by key.
	roots     []*function
	functions map[string]*function
	// embedded are the variables that go:embed fills.
	embedded  map[string]bool
	testMains []testMain
}

// programs is everything that was read.
type programs struct {
	set      *token.FileSet
	packages []*unit
	byID     map[string]*unit
	// functions are those of the own packages, by key.
	functions map[string]*function
}

// readAll reads the packages, several at a time, each when those that it imports are there.
func readAll(packages []listed) *programs {
	all := &programs{set: token.NewFileSet(), byID: map[string]*unit{}, functions: map[string]*function{}}
	for i, one := range packages {
		read := &unit{listed: one, number: i, done: make(chan struct{}), functions: map[string]*function{}, embedded: map[string]bool{}}
		all.packages = append(all.packages, read)
		all.byID[one.id] = read
	}
	// Places are taken in the order of the list, so whoever waits for another waits for one that has its place already. They bound
	// how many syntax trees are in memory, turns how many processors are used.
	places := make(chan struct{}, 4*runtime.GOMAXPROCS(0))
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, one := range all.packages {
		places <- struct{}{}
		go func(one *unit) {
			defer func() {
				close(one.done)
				<-places
			}()
			all.read(one, turns)
		}(one)
	}
	for _, one := range all.packages {
		<-one.done
		if one.role == own {
			for key, function := range one.functions {
				all.functions[key] = function
			}
		}
	}
	return all
}

func (all *programs) read(one *unit, turns chan struct{}) {
	// A tree that no compiler has seen may lack what a tree has.
	defer func() {
		if cause := recover(); cause != nil {
			one.problems = append(one.problems, fmt.Sprintf("%s: not understood: %v", one.path, cause))
		}
	}()
	mode := parser.ParseComments
	if one.role == typesOnly {
		mode = 0
	}
	files := func() []source {
		turns <- struct{}{}
		defer func() { <-turns }()
		files, problems := parse(all.set, one.files, mode)
		one.problems = problems
		return files
	}()
	if one.role == dependency {
		prune(files)
	}
	for _, file := range files {
		for _, spec := range file.tree.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				if imported := all.imported(one, path); imported != nil {
					<-imported.done
				}
			}
		}
	}
	turns <- struct{}{}
	defer func() { <-turns }()
	if info := all.check(one, files); info != nil {
		all.summarise(one, files, info)
	}
}

// imported is the package that a path in the source stands for, nil where it is not in the list before this one: then it is
// not there, or the imports go in a circle.
func (all *programs) imported(by *unit, path string) *unit {
	id, ok := by.imports[path]
	if !ok {
		id = path
	}
	found, ok := all.byID[id]
	if !ok {
		// A variant that is compiled for another package's tests has the declarations of the package itself.
		id, _, _ = strings.Cut(id, " ")
		found = all.byID[id]
	}
	if found == nil || found.number >= by.number {
		return nil
	}
	return found
}

// standard tells whether a package is Go's own and not what is looked at.
func (all *programs) standard(path string) bool {
	if found := all.byID[path]; found != nil {
		return found.listed.standard
	}
	// What could not be found: the path of a module begins with a host, the dot of which no package of Go has.
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

type importer func(path string) (*types.Package, error)

func (i importer) Import(path string) (*types.Package, error) { return i(path) }

var errNotThere = errors.New("not there")

// maxCheck bounds the work on one package: the checker's sorting of initialisers takes minutes where thousands of variables
// and functions all depend on each other.
var maxCheck = 20 * time.Second

// check finds out what the names in a package mean, as far as that can be told: what is missing or wrong is left open. The answer
// is nil where it took too long; the checker is left to itself then, and ends with the program.
func (all *programs) check(one *unit, files []source) *types.Info {
	type result struct {
		types *types.Package
		info  *types.Info
		cause any
	}
	results := make(chan result, 1)
	go func() {
		var found result
		// The checker meets sources here that no compiler has seen.
		defer func() {
			found.cause = recover()
			results <- found
		}()
		found.types, found.info = all.typesOf(one, files)
	}()
	timer := time.NewTimer(maxCheck)
	defer timer.Stop()
	select {
	case found := <-results:
		if found.cause != nil {
			one.problems = append(one.problems, fmt.Sprintf("%s: not understood: %v", one.path, found.cause))
			return nil
		}
		one.types = found.types
		return found.info
	case <-timer.C:
		one.problems = append(one.problems, fmt.Sprintf("%s: left out, it was not understood in %v", one.path, maxCheck))
		return nil
	}
}

func (all *programs) typesOf(one *unit, files []source) (*types.Package, *types.Info) {
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	if one.role == typesOnly {
		info = nil
	}
	config := types.Config{
		Error:                    func(error) {},
		FakeImportC:              true,
		IgnoreFuncBodies:         one.role == typesOnly,
		DisableUnusedImportCheck: true,
		Importer: importer(func(path string) (*types.Package, error) {
			if path == "unsafe" {
				return types.Unsafe, nil
			}
			if found := all.imported(one, path); found != nil && found.types != nil {
				return found.types, nil
			}
			return nil, errNotThere
		}),
	}
	trees := make([]*ast.File, len(files))
	for i, file := range files {
		trees[i] = file.tree
	}
	// What is wrong does not keep the rest from being known.
	checked, _ := config.Check(one.path, all.set, trees, info)
	if checked != nil {
		checked.MarkComplete()
	}
	return checked, info
}
