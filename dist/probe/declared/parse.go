package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"sort"
)

// contents is what one file declares.
type contents struct {
	testMain bool
	quiet    bool
	tests    []declaration
	problems []string
	around   *around
}

// parse reads one file. Of a file with syntax errors it takes what the parser could make out.
func parse(file testFile) contents {
	var found contents
	source, err := os.ReadFile(file.Content)
	if err != nil {
		found.problems = append(found.problems, fmt.Sprintf("%s: %v", file.Name, err))
		return found
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file.Name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		found.problems = append(found.problems, err.Error())
	}
	if tree == nil {
		return found
	}
	// Not set.Position, which follows //line comments into other files.
	line := func(position token.Pos) int { return set.PositionFor(position, false).Line }
	lines := map[string]int{}
	found.quiet = watchesItself(source)
	if found.testMain = declares(tree, "TestMain"); found.testMain {
		found.around = findAround(file.Name, source)
	}
	for _, node := range tree.Decls {
		function, ok := node.(*ast.FuncDecl)
		if !ok || function.Recv != nil {
			continue
		}
		name := function.Name.Name
		lines[name] = line(function.Pos())
		kind, problem := classify(function)
		if problem != "" {
			found.problems = append(found.problems, fmt.Sprintf("%s:%d: %s", file.Name, line(function.Pos()), problem))
		}
		if kind != "" {
			found.tests = append(found.tests, declaration{name, kind, file.Name, line(function.Pos())})
		}
	}
	for _, name := range runnableExamples(tree) {
		found.tests = append(found.tests, declaration{name, example, file.Name, lines[name]})
	}
	return found
}

// runnableExamples are those with an output comment, an empty one included: go test only compiles the others.
func runnableExamples(tree *ast.File) []string {
	all := doc.Examples(tree)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Order < all[j].Order })
	var names []string
	for _, one := range all {
		if one.Output != "" || one.EmptyOutput {
			names = append(names, "Example"+one.Name)
		}
	}
	return names
}
