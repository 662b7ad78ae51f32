package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
)

// namesTestMain tells of a file that holds no tests whether it takes the name TestMain. Most files do not even contain it.
func namesTestMain(file testFile) bool {
	source, err := os.ReadFile(file.Content)
	if err != nil || !bytes.Contains(source, []byte("TestMain")) {
		return false
	}
	tree, _ := parser.ParseFile(token.NewFileSet(), file.Name, source, parser.SkipObjectResolution)
	return tree != nil && declares(tree, "TestMain")
}

// declares tells whether a file declares a name for its package: a function, variable, constant or type, or an import.
func declares(tree *ast.File, name string) bool {
	for _, node := range tree.Decls {
		switch node := node.(type) {
		case *ast.FuncDecl:
			if node.Recv == nil && node.Name.Name == name {
				return true
			}
		case *ast.GenDecl:
			for _, spec := range node.Specs {
				if specDeclares(spec, name) {
					return true
				}
			}
		}
	}
	return false
}

func specDeclares(spec ast.Spec, name string) bool {
	switch spec := spec.(type) {
	case *ast.ImportSpec:
		return spec.Name != nil && spec.Name.Name == name
	case *ast.TypeSpec:
		return spec.Name.Name == name
	case *ast.ValueSpec:
		for _, one := range spec.Names {
			if one.Name == name {
				return true
			}
		}
	}
	return false
}

// watchesItself finds tests that a sampler in their process could disturb: its goroutine, there for some microseconds ten
// times a second, could be counted, and its timer keeps the runtime from noticing a deadlock once a test has switched off
// the alarm behind -timeout.
func watchesItself(source []byte) bool {
	return bytes.Contains(source, []byte("NumGoroutine")) || bytes.Contains(source, []byte("test.timeout"))
}
