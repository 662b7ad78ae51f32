package main

import (
	"fmt"
	"sort"
	"strings"
)

// reached is a function from which the target is reached, by the first step of the shortest way.
type reached struct {
	node  *node
	depth int
	// by is the edge to take, next what it leads to; nil for the target itself.
	by   *edge
	next *reached
}

// paths are the shortest ways from each kind of root to the targets, and the number of ways that were left out.
func (g *graph) paths(targets []*node, most, deepest int) ([]path, int) {
	found := map[rootKind][]path{}
	known := map[string]int{}
	seen := map[*node]bool{}
	var queue []*reached
	for _, target := range targets {
		seen[target] = true
		queue = append(queue, &reached{node: target})
	}
	for len(queue) > 0 {
		current := queue[0]
		queue = queue[1:]
		edges := waysIn(current.node)
		kind := g.root(current.node)
		if kind == "" && len(edges) == 0 {
			kind = uncalledRoot
		}
		if kind != "" {
			addPath(found, known, kind, current)
		}
		if current.depth+1 >= deepest {
			continue
		}
		for i := range edges {
			next := &reached{edges[i].from, current.depth + 1, &edges[i], current}
			if edges[i].How == started {
				addPath(found, known, goroutineRoot, next)
			}
			if !seen[edges[i].from] {
				seen[edges[i].from] = true
				queue = append(queue, next)
			}
		}
	}
	return choose(found, most)
}

// waysIn prefers what is certain, and mentions only where nothing else is known.
func waysIn(one *node) []edge {
	edges := append(append([]edge{}, one.calls...), one.handed...)
	if len(edges) == 0 {
		edges = append(edges, one.values...)
	}
	sort.SliceStable(edges, func(i, j int) bool { return !edges[i].Dynamic && edges[j].Dynamic })
	return edges
}

const maxAlso = 10

// addPath adds a way; one that differs from another only in its first function is counted there.
func addPath(found map[rootKind][]path, known map[string]int, kind rootKind, from *reached) {
	steps := from.steps()
	key := string(kind)
	for _, step := range steps[1:] {
		key += fmt.Sprintf("\n%s %s:%d", step.Function, step.File, step.Line)
	}
	if len(steps) == 1 {
		key += "\n" + steps[0].Function
	}
	if at, ok := known[key]; ok && len(steps) > 1 {
		same := &found[kind][at]
		if name := steps[0].Function; name != same.Steps[0].Function && !contains(same.Also, name) {
			same.AlsoCount++
			if len(same.Also) < maxAlso {
				same.Also = append(same.Also, name)
			}
		}
		return
	}
	known[key] = len(found[kind])
	found[kind] = append(found[kind], path{Root: kind, Steps: steps, Also: []string{}})
}

func contains(names []string, name string) bool {
	for _, one := range names {
		if one == name {
			return true
		}
	}
	return false
}

func (r *reached) steps() []step {
	var steps []step
	for ; r.next != nil; r = r.next {
		steps = append(steps, r.by.step)
	}
	return append(steps, step{place: r.node.declared})
}

var kinds = []rootKind{testRoot, mainRoot, goroutineRoot, exportedRoot, initRoot, uncalledRoot}

// choose takes the shortest of each kind in turn.
func choose(found map[rootKind][]path, most int) ([]path, int) {
	total := 0
	for _, ways := range found {
		total += len(ways)
		sort.SliceStable(ways, func(i, j int) bool {
			a, b := ways[i], ways[j]
			if len(a.Steps) != len(b.Steps) {
				return len(a.Steps) < len(b.Steps)
			}
			return strings.Compare(a.Steps[0].Function, b.Steps[0].Function) < 0
		})
	}
	chosen := []path{}
	for rank := 0; len(chosen) < most && len(chosen) < total; rank++ {
		for _, kind := range kinds {
			if rank < len(found[kind]) && len(chosen) < most {
				chosen = append(chosen, found[kind][rank])
			}
		}
	}
	order := map[rootKind]int{}
	for i, kind := range kinds {
		order[kind] = i
	}
	sort.SliceStable(chosen, func(i, j int) bool { return order[chosen[i].Root] < order[chosen[j].Root] })
	return chosen, total - len(chosen)
}
