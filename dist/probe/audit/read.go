package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"strings"
)

const (
	maxFileBytes = 8 << 20
	maxProblems  = 5
)

// source is one file of a package.
type source struct {
	name      string
	tree      *ast.File
	text      []byte
	test      bool
	generated bool
}

// parse reads the files of a package. Of a file with syntax errors it takes what the parser could make out.
func parse(set *token.FileSet, files []sourceFile, mode parser.Mode) (parsed []source, problems []string) {
	complain := func(format string, values ...any) {
		if len(problems) < maxProblems {
			problems = append(problems, fmt.Sprintf(format, values...))
		}
	}
	for _, file := range files {
		info, err := os.Stat(file.content)
		if err == nil && !info.Mode().IsRegular() {
			complain("%s: no regular file", file.name)
			continue
		}
		if err == nil && info.Size() > maxFileBytes {
			complain("%s: not read, it is larger than %d MiB", file.name, maxFileBytes>>20)
			continue
		}
		text, err := os.ReadFile(file.content)
		if err != nil {
			complain("%v", err)
			continue
		}
		tree, err := parser.ParseFile(set, file.name, text, mode|parser.SkipObjectResolution)
		if err != nil {
			complain("%s", firstError(err))
		}
		if tree == nil {
			continue
		}
		parsed = append(parsed, source{file.name, tree, text, strings.HasSuffix(file.name, "_test.go"), ast.IsGenerated(tree)})
	}
	return parsed, problems
}

func firstError(err error) string {
	if list, ok := err.(scanner.ErrorList); ok && len(list) > 0 {
		return list[0].Error()
	}
	return err.Error()
}

// prune removes the bodies of functions that no initialiser can name, directly or through others: most of a dependency
// need not be checked then. Whatever has the name of a function counts as naming it.
func prune(files []source) {
	bodies := map[string][]*ast.FuncDecl{}
	var wanted []ast.Node
	for _, file := range files {
		for _, node := range file.tree.Decls {
			function, ok := node.(*ast.FuncDecl)
			switch {
			case !ok, function.Recv == nil && function.Name.Name == "init":
				wanted = append(wanted, node)
			case function.Body != nil:
				bodies[function.Name.Name] = append(bodies[function.Name.Name], function)
			}
		}
	}
	for len(wanted) > 0 {
		next := wanted[len(wanted)-1]
		wanted = wanted[:len(wanted)-1]
		ast.Inspect(next, func(node ast.Node) bool {
			if name, ok := node.(*ast.Ident); ok {
				for _, function := range bodies[name.Name] {
					wanted = append(wanted, function.Body)
				}
				delete(bodies, name.Name)
			}
			return true
		})
	}
	for _, functions := range bodies {
		for _, function := range functions {
			function.Body = nil
		}
	}
}
