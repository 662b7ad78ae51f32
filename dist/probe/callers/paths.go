package main

import (
	"container/heap"
	"fmt"
)

// reached is a function from which the target is reached, by the first step of the best way.
type reached struct {
	node  *node
	depth int
	// cost counts steps; one that is not certain counts as several.
	cost int
	// order of being found, which decides between equals.
	order int
	// by is the edge to take, next what it leads to; nil for the target itself.
	by   *edge
	next *reached
}

const uncertainCost = 4

func (e edge) cost() int {
	// What is handed to a library is called by it, as a rule.
	if e.Dynamic && e.Through == "" {
		return uncertainCost
	}
	return 1
}

type queue []*reached

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].cost != q[j].cost {
		return q[i].cost < q[j].cost
	}
	return q[i].order < q[j].order
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*reached)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// paths are the best ways from each kind of root to the targets, and the number of ways that were left out.
func (g *graph) paths(targets []*node, most, deepest int) ([]path, int) {
	found := ways{map[rootKind][]path{}, map[string]int{}}
	binaries := g.binaries()
	impossible := map[*node]binary{}
	order := []*node{}
	search(targets, deepest, nil, func(kind rootKind, from *reached) {
		switch within := binaries.of(from.node); {
		case within == nil && binaries.anyHolds(from), within != nil && within.holds(from):
			found.add(kind, from)
		case within != nil && impossible[from.node] == nil:
			impossible[from.node] = within
			order = append(order, from.node)
		}
	})
	// The best way led through packages that are not in the root's program: the best way within it is wanted.
	for i, root := range order {
		if i == maxSearches {
			break
		}
		search(targets, deepest, impossible[root], func(kind rootKind, from *reached) {
			if from.node == root {
				found.add(kind, from)
			}
		})
	}
	return found.choose(most)
}

const maxSearches = 50

// search goes from the targets to whatever leads to them, the best ways first, within a program if one is given.
func search(targets []*node, deepest int, within binary, visit func(rootKind, *reached)) {
	done := map[*node]bool{}
	waiting := queue{}
	for _, target := range targets {
		waiting = append(waiting, &reached{node: target, order: len(waiting)})
	}
	order := len(waiting)
	for len(waiting) > 0 {
		current := heap.Pop(&waiting).(*reached)
		if current.by != nil && current.by.How == started {
			visit(goroutineRoot, current)
		}
		if done[current.node] {
			continue
		}
		done[current.node] = true
		edges := waysIn(current.node)
		kind := current.node.kind
		if kind == "" && len(edges) == 0 {
			kind = uncalledRoot
		}
		if kind != "" {
			visit(kind, current)
		}
		if current.depth+1 >= deepest {
			continue
		}
		for i := range edges {
			edge := &edges[i]
			if within != nil && !within[edge.from.pkg] || done[edge.from] && edge.How != started {
				continue
			}
			heap.Push(&waiting, &reached{edge.from, current.depth + 1, current.cost + edge.cost(), order, edge, current})
			order++
		}
	}
}

// waysIn takes mentions only where nothing else is known.
func waysIn(one *node) []edge {
	edges := append(append([]edge{}, one.calls...), one.handed...)
	if len(edges) == 0 {
		return one.values
	}
	return edges
}

const maxAlso = 10

// ways are what was found, by kind of root.
type ways struct {
	paths map[rootKind][]path
	known map[string]int
}

// add adds a way; one that differs from another only in its first function is counted there.
func (w ways) add(kind rootKind, from *reached) {
	steps := from.steps()
	key := string(kind)
	for _, step := range steps[1:] {
		key += fmt.Sprintf("\n%s %s:%d", step.Function, step.File, step.Line)
	}
	if len(steps) == 1 {
		key += "\n" + steps[0].Function
	}
	if at, ok := w.known[key]; ok {
		same := &w.paths[kind][at]
		if name := steps[0].Function; name != same.Steps[0].Function && !contains(same.Also, name) {
			same.AlsoCount++
			if len(same.Also) < maxAlso {
				same.Also = append(same.Also, name)
			}
		}
		return
	}
	w.known[key] = len(w.paths[kind])
	w.paths[kind] = append(w.paths[kind], path{Root: kind, Steps: steps, Also: []string{}})
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

// choose takes the best of each kind in turn; they were found in that order.
func (w ways) choose(most int) ([]path, int) {
	total := 0
	for _, paths := range w.paths {
		total += len(paths)
	}
	taken := map[rootKind]int{}
	for count := 0; count < most && count < total; {
		for _, kind := range kinds {
			if taken[kind] < len(w.paths[kind]) && count < most {
				taken[kind]++
				count++
			}
		}
	}
	chosen := []path{}
	for _, kind := range kinds {
		chosen = append(chosen, w.paths[kind][:taken[kind]]...)
	}
	return chosen, total - len(chosen)
}
