package main

const (
	maxFindings = 500
	maxDepth    = 8
	// maxPanicDepth: far from its initialiser, a panic that depends on something guards against bugs, as any function may.
	maxPanicDepth = 2
	// maxVisits bounds the work on one package.
	maxVisits = 2_000_000
)

// visit is a function that an initialiser comes to.
type visit struct {
	function    *function
	conditional bool
	depth       int
	// from is the visit that called it, at is where; -1 for the initialiser.
	from int
	at   place
}

// linking is the way from the initialisers of a package to what they do.
type linking struct {
	programs *programs
	unit     *unit
	found    audited
	// known holds the findings by what is done where.
	known map[act]int
	path  []visit
	seen  map[*function]bool
}

func (all *programs) link(one *unit) audited {
	l := linking{programs: all, unit: one, known: map[act]int{}}
	l.found = audited{Package: one.path, Role: one.role, Findings: []finding{}, Problems: append([]string{}, one.problems...)}
	calls := 0
	for _, root := range one.roots {
		l.path, l.seen = []visit{{function: root, from: -1}}, map[*function]bool{root: true}
		for i := 0; i < len(l.path); i++ {
			current := l.path[i]
			for _, act := range current.function.acts {
				l.add(act, i)
			}
			if calls += len(current.function.calls); calls > maxVisits {
				l.found.Problems = append(l.found.Problems, one.path+": too large, not all calls were followed")
				return l.found
			}
			for _, call := range current.function.calls {
				l.follow(call, i)
			}
		}
	}
	return l.found
}

// follow goes to what a call leads to, if it was read, and to the functions that it is given and calls.
func (l *linking) follow(call call, from int) {
	current := l.path[from]
	target := l.target(call.target)
	if target == nil || current.depth == maxDepth {
		return
	}
	next := visit{target, current.conditional || call.conditional, current.depth + 1, from, call.at}
	l.visit(next)
	for number, argument := range call.arguments {
		if argument == "" || !target.callsParameters[number] {
			continue
		}
		if given := l.target(argument); given != nil {
			next.function = given
			l.visit(next)
		}
	}
}

func (l *linking) visit(next visit) {
	if !l.seen[next.function] {
		l.seen[next.function] = true
		l.path = append(l.path, next)
	}
}

func (l *linking) target(name string) *function {
	if here := l.unit.functions[name]; here != nil || l.unit.role != own {
		return here
	}
	return l.programs.functions[name]
}

func (l *linking) add(act act, from int) {
	conditional := act.conditional || l.path[from].conditional
	if act.kind == panics && conditional && l.path[from].depth > maxPanicDepth {
		return
	}
	act.conditional = false
	if i, ok := l.known[act]; ok {
		l.found.Findings[i].Also++
		l.found.Findings[i].Conditional = l.found.Findings[i].Conditional && conditional
		return
	}
	if len(l.found.Findings) == maxFindings {
		l.found.Omitted++
		return
	}
	l.known[act] = len(l.found.Findings)
	l.found.Findings = append(l.found.Findings, finding{
		Kind: act.kind, What: act.what, place: act.at,
		Conditional: conditional, Test: act.test, Generated: act.generated, Chain: l.chain(act, from),
	})
}

func (l *linking) chain(act act, from int) []step {
	chain := make([]step, l.path[from].depth+1)
	at := act.at
	for i := from; i >= 0; i = l.path[i].from {
		chain[l.path[i].depth] = step{l.path[i].function.name, at}
		at = l.path[i].at
	}
	return chain
}
