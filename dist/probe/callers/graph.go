package main

import (
	"go/token"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// graph has a node for each function of the loaded packages, by name: what is there once for itself and once with its tests, or
// once for each type argument, is one node.
type graph struct {
	program
	*namer
	nodes map[string]*node
}

type node struct {
	declared  place
	functions []*ssa.Function
	// pkg is the path of its package, kind what it is to whoever looks from outside.
	pkg  string
	kind rootKind
	// calls are the ways in from functions that call it, handed those from functions that hand it to a library, values those from
	// functions that mention it in any other way.
	calls, handed, values []edge
}

// edge leads from a function to the node that holds it.
type edge struct {
	from *node
	step
}

func (p program) graph() *graph {
	g := &graph{p, newNamer(), map[string]*node{}}
	var functions []*ssa.Function
	all := ssautil.AllFunctions(p.Program)
	for function := range all {
		if g.isOwn(function) {
			functions = append(functions, function)
		}
	}
	g.order(functions)
	for _, function := range functions {
		g.add(function)
	}
	dynamic := g.dynamicCalls(all)
	for _, function := range functions {
		if node := g.nodeOf(function); node != nil {
			g.addCalls(function, node, dynamic.of(function))
			g.addValues(function, node)
		}
	}
	return g
}

// order sorts functions as they stand in the files: maps have no order, files are read several at a time, and the answer should be
// the same each time.
func (g *graph) order(functions []*ssa.Function) {
	places := map[*ssa.Function]token.Position{}
	for _, function := range functions {
		places[function] = g.Fset.PositionFor(function.Pos(), false)
	}
	sort.Slice(functions, func(i, j int) bool {
		a, b := places[functions[i]], places[functions[j]]
		if a.Filename != b.Filename {
			return a.Filename < b.Filename
		}
		if a.Offset != b.Offset {
			return a.Offset < b.Offset
		}
		return functions[i].String() < functions[j].String()
	})
}

// isOwn holds for functions with a body in the packages that were asked for, also for instances of generic ones.
func (g *graph) isOwn(function *ssa.Function) bool {
	for function.Parent() != nil {
		function = function.Parent()
	}
	if origin := function.Origin(); origin != nil {
		function = origin
	}
	return function.Pkg != nil && g.own[function.Pkg]
}

func (g *graph) add(function *ssa.Function) {
	name := g.name(function)
	if name == "" || function.Synthetic != "" && function.Origin() == nil && function.Parent() == nil && function.Name() != "init" {
		return
	}
	known := g.nodes[name]
	if known == nil {
		file, line := g.at(function.Pos())
		known = &node{declared: place{name, file, line}}
		if pkg := packageOf(function); pkg != nil {
			known.pkg, known.kind = pkg.Pkg.Path(), rootOf(function, pkg, file)
		}
		g.nodes[name] = known
	}
	known.functions = append(known.functions, function)
}

func (g *graph) nodeOf(function *ssa.Function) *node { return g.nodes[g.name(function)] }

// at is a place as it is on disk, not where a line comment of a generator says.
func (g *graph) at(position token.Pos) (string, int) {
	if !position.IsValid() {
		return "", 0
	}
	at := g.Fset.PositionFor(position, false)
	file := at.Filename
	if relative, ok := strings.CutPrefix(file, g.directory+string(filepath.Separator)); ok {
		file = relative
	}
	return filepath.ToSlash(file), at.Line
}

func (g *graph) addCalls(function *ssa.Function, from *node, dynamic func(ssa.CallInstruction) []*ssa.Function) {
	for _, block := range function.Blocks {
		for _, instruction := range block.Instrs {
			site, ok := instruction.(ssa.CallInstruction)
			if !ok {
				continue
			}
			static := site.Common().StaticCallee()
			targets := []*ssa.Function{static}
			if static == nil {
				targets = dynamic(site)
			}
			for _, target := range targets {
				// Packages call each other's initialisers, and their own init functions: nothing of interest.
				if to := g.nodeOf(target); to != nil && to.kind != initRoot {
					to.calls = append(to.calls, edge{from, g.step(from, site.Pos(), howOf(site), static == nil)})
				}
			}
		}
	}
}

func (g *graph) step(from *node, position token.Pos, how how, dynamic bool) step {
	file, line := g.at(position)
	if file == "" {
		// Some instructions that the library adds have no place of their own.
		file, line = from.declared.File, from.declared.Line
	}
	return step{place: place{from.declared.Function, file, line}, How: how, Dynamic: dynamic}
}

func howOf(site ssa.CallInstruction) how {
	switch site.(type) {
	case *ssa.Go:
		return started
	case *ssa.Defer:
		return deferred
	default:
		return called
	}
}
