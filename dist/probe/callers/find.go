package main

import (
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// find gives the functions that the request means: by name, else by line. A literal that is not there stands for the function
// around it; one that was inlined, `caller.callee.func1`, for the one that it was inlined into.
func (g *graph) find(wanted request, directory string) (targets []*node, approximate bool) {
	name := normalise(wanted.Function)
	if found := g.called(name); len(found) > 0 {
		return found, false
	}
	if found := g.around(wanted.File, wanted.Line, directory); len(found) > 0 {
		return found, false
	}
	for {
		shorter := literalEnd.ReplaceAllString(name, "")
		if shorter == name && approximate {
			shorter = lastElement.ReplaceAllString(name, "")
		}
		if shorter == name {
			return nil, false
		}
		name, approximate = shorter, true
		if found := g.called(name); len(found) > 0 {
			return found, true
		}
	}
}

// .func1   .func1.2   -range1   .gowrap1   .deferwrap2
var literalEnd = regexp.MustCompile(`(\.func\d+|\.\d+|-range\d+|\.gowrap\d+|\.deferwrap\d+)$`)

// .callee   .(*Cart).Add
var lastElement = regexp.MustCompile(`(\.\(\*[^()/.]+\))?\.[^()/.]+$`)

// What a trace shows behind a name: (0xc000012345, {0x1, 0x2})   (...)   ()
var arguments = regexp.MustCompile(`\((\.\.\.|[0-9a-fx?{}, .]*)\)$`)

// normalise removes what differs from trace to trace: arguments, type arguments, and the wrappers of go and defer statements.
func normalise(name string) string {
	name = arguments.ReplaceAllString(strings.TrimSpace(name), "")
	name = strings.TrimSuffix(name, "-fm")
	name = strings.Replace(name, ".glob..func", ".init.func", 1)
	var plain strings.Builder
	depth := 0
	for _, c := range name {
		switch {
		case c == '[':
			if depth++; depth == 1 {
				plain.WriteString("[...]")
			}
		case c == ']' && depth > 0:
			depth--
		case depth == 0:
			plain.WriteRune(c)
		}
	}
	return plain.String()
}

// called are the functions of that name: the whole of it, or what stands behind a slash or a dot in it.
func (g *graph) called(name string) []*node {
	if name == "" {
		return nil
	}
	if exact := g.nodes[name]; exact != nil {
		return []*node{exact}
	}
	var found []*node
	for known, one := range g.nodes {
		if strings.HasSuffix(known, "/"+name) || strings.HasSuffix(known, "."+name) || withoutStars(known) == name ||
			strings.HasSuffix(withoutStars(known), "/"+name) || strings.HasSuffix(withoutStars(known), "."+name) || g.isMain(one, known, name) {
			found = append(found, one)
		}
	}
	return inOrder(found)
}

// withoutStars writes store.(*Cart).Add as people do: store.Cart.Add.
func withoutStars(name string) string {
	return strings.NewReplacer("(*", "", ")", "", "[...]", "").Replace(name)
}

// isMain holds for main.run of a package main: in its program it has no other path.
func (g *graph) isMain(one *node, known, name string) bool {
	rest, ok := strings.CutPrefix(name, "main.")
	if !ok || len(one.functions) == 0 {
		return false
	}
	pkg := packageOf(one.functions[0])
	return pkg != nil && pkg.Pkg.Name() == "main" && known == escapePath(pkg.Pkg.Path())+"."+rest
}

func packageOf(function *ssa.Function) *ssa.Package {
	for function.Parent() != nil {
		function = function.Parent()
	}
	if origin := function.Origin(); origin != nil {
		function = origin
	}
	return function.Pkg
}

// around is the innermost function around a line.
func (g *graph) around(file string, line int, directory string) []*node {
	if file == "" {
		return nil
	}
	if filepath.IsAbs(file) {
		if relative, ok := strings.CutPrefix(file, directory+string(filepath.Separator)); ok {
			file = relative
		}
	}
	file = filepath.ToSlash(filepath.Clean(file))
	var best *node
	var smallest int
	for _, one := range g.nodes {
		if name := one.declared.File; name != file && !strings.HasSuffix(name, "/"+file) {
			continue
		}
		for _, function := range one.functions {
			syntax := function.Syntax()
			if syntax == nil {
				continue
			}
			_, from := g.at(syntax.Pos())
			_, to := g.at(syntax.End())
			size := int(syntax.End() - syntax.Pos())
			if from <= line && line <= to && (best == nil || size < smallest) {
				best, smallest = one, size
			}
		}
	}
	if best == nil {
		return nil
	}
	return []*node{best}
}

const maxCandidates = 10

// candidates are names that end alike.
func (g *graph) candidates(name string) []string {
	if name == "" {
		return []string{}
	}
	last := normalise(name)
	last = strings.ToLower(last[strings.LastIndexByte(last, '.')+1:])
	found := []string{}
	for known := range g.nodes {
		if last != "" && strings.Contains(strings.ToLower(known[strings.LastIndexByte(known, '.')+1:]), last) {
			found = append(found, known)
		}
	}
	sort.Strings(found)
	if len(found) > maxCandidates {
		found = found[:maxCandidates]
	}
	return found
}

func inOrder(nodes []*node) []*node {
	sort.Slice(nodes, func(i, j int) bool { return nodes[i].declared.Function < nodes[j].declared.Function })
	return nodes
}
