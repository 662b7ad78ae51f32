package main

import (
	"go/types"
	"strings"
)

// binary is the set of packages of a program or test binary, by path.
type binary map[string]bool

// holds tells whether a whole way lies in it.
func (b binary) holds(from *reached) bool {
	for ; from != nil; from = from.next {
		if !b[from.node.pkg] {
			return false
		}
	}
	return true
}

// binaries are what can be built of the own packages, by the path of the package that is main or tested.
type binaries map[string]binary

func (g *graph) binaries() binaries {
	all := binaries{}
	for one := range g.own {
		name := strings.TrimSuffix(one.Pkg.Path(), "_test")
		if all[name] == nil {
			all[name] = binary{}
		}
		all[name].add(one.Pkg)
	}
	return all
}

func (b binary) add(one *types.Package) {
	// A package is there once for itself and once with its tests, which may import more.
	seen := map[*types.Package]bool{}
	var visit func(*types.Package)
	visit = func(one *types.Package) {
		if seen[one] {
			return
		}
		seen[one] = true
		b[one.Path()] = true
		for _, imported := range one.Imports() {
			visit(imported)
		}
	}
	visit(one)
}

// of is the program that a function must be in to run at all: that of a main function or test. Others are in many.
func (b binaries) of(one *node) binary {
	if one.kind != testRoot && one.kind != mainRoot {
		return nil
	}
	return b[strings.TrimSuffix(one.pkg, "_test")]
}

func (b binaries) anyHolds(from *reached) bool {
	for _, one := range b {
		if one.holds(from) {
			return true
		}
	}
	return false
}
