package main

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// rootOf tells what a function is to whoever looks from outside, "" for one that only its own package calls.
func rootOf(function *ssa.Function, pkg *ssa.Package, file string) rootKind {
	if origin := function.Origin(); origin != nil {
		function = origin
	}
	object, isDeclared := function.Object().(*types.Func)
	switch {
	case !isDeclared && function.Parent() == nil, isDeclared && object.Name() == "init" && !isMethod(object):
		return initRoot
	case !isDeclared:
		return ""
	case strings.HasSuffix(file, "_test.go"):
		if !isMethod(object) && isTestName(object.Name()) {
			return testRoot
		}
		return ""
	case pkg.Pkg.Name() == "main":
		if object.Name() == "main" && !isMethod(object) {
			return mainRoot
		}
		return ""
	case isExported(object) && !isInternal(pkg.Pkg.Path()):
		return exportedRoot
	default:
		return ""
	}
}

func isTestName(name string) bool {
	for _, prefix := range []string{"Test", "Benchmark", "Fuzz", "Example"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return true
		}
	}
	return false
}

func isMethod(object *types.Func) bool {
	return object.Type().(*types.Signature).Recv() != nil
}

// isExported wants the type of a method exported too.
func isExported(object *types.Func) bool {
	if !object.Exported() {
		return false
	}
	receiver := object.Type().(*types.Signature).Recv()
	if receiver == nil {
		return true
	}
	name := strings.TrimPrefix(types.TypeString(receiver.Type(), func(*types.Package) string { return "" }), "*")
	return ast.IsExported(name)
}

func isInternal(path string) bool {
	for _, element := range strings.Split(path, "/") {
		if element == "internal" {
			return true
		}
	}
	return false
}
