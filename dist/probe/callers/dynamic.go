package main

import (
	"go/types"

	"golang.org/x/tools/go/callgraph"
	"golang.org/x/tools/go/callgraph/vta"
	"golang.org/x/tools/go/ssa"
)

// dynamicCalls finds what calls through interfaces and function values may lead to.
type dynamicCalls struct {
	graph  *graph
	byFlow *callgraph.Graph
	// methods of the own packages, by name.
	methods map[string][]*ssa.Function
}

func (g *graph) dynamicCalls(all map[*ssa.Function]bool) dynamicCalls {
	found := dynamicCalls{graph: g, methods: map[string][]*ssa.Function{}}
	relevant := map[*ssa.Function]bool{}
	for function := range all {
		// Wrappers have no package: an embedded type's methods are called through them.
		if !g.isOwn(function) && packageOf(function) != nil {
			continue
		}
		relevant[function] = true
		if function.Signature.Recv() != nil && g.nodeOf(function) != nil {
			found.methods[function.Name()] = append(found.methods[function.Name()], function)
		}
	}
	found.byFlow = vta.CallGraph(relevant, initial(g.Program))
	return found
}

// of is what each call in a function may lead to, by the flow of values. Of an interface that comes from a library nothing flows:
// there the types alone must do. Of a function value they would say too little.
func (d dynamicCalls) of(function *ssa.Function) func(ssa.CallInstruction) []*ssa.Function {
	bySite := callees(d.byFlow.Nodes[function])
	return func(site ssa.CallInstruction) []*ssa.Function {
		for _, target := range bySite[site] {
			if d.graph.nodeOf(target) != nil {
				return bySite[site]
			}
		}
		if common := site.Common(); common.IsInvoke() {
			return d.byType(common)
		}
		return nil
	}
}

func (d dynamicCalls) byType(call *ssa.CallCommon) []*ssa.Function {
	wanted, ok := call.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var found []*ssa.Function
	for _, method := range d.methods[call.Method.Name()] {
		if types.Implements(method.Signature.Recv().Type(), wanted) {
			found = append(found, method)
		}
	}
	return found
}

func callees(node *callgraph.Node) map[ssa.CallInstruction][]*ssa.Function {
	found := map[ssa.CallInstruction][]*ssa.Function{}
	if node == nil {
		return found
	}
	for _, out := range node.Out {
		if out.Site != nil {
			found[out.Site] = append(found[out.Site], out.Callee.Func)
		}
	}
	return found
}
