//go:build !go1.23

package main

import (
	"golang.org/x/tools/go/callgraph"
	"golang.org/x/tools/go/callgraph/cha"
	"golang.org/x/tools/go/ssa"
)

// initial is what the flow of values begins with: whatever fits by its type.
func initial(program *ssa.Program) *callgraph.Graph { return cha.CallGraph(program) }
