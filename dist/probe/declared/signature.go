package main

import (
	"fmt"
	"go/ast"
	"strings"
	"unicode"
	"unicode/utf8"
)

// classify says what go test takes a top-level function for, "" for nothing that -run selects. A function that has a
// test's name and another signature makes go test refuse the package; the problem says so. The rules are those of
// testFuncs.load in cmd/go/internal/load/test.go.
func classify(function *ast.FuncDecl) (found kind, problem string) {
	name := function.Name.Name
	switch {
	case name == "TestMain":
		// Taking a *testing.T, it is an ordinary test.
		if takes(function, "T") {
			return test, ""
		}
		return checked(function, "", "M")
	case hasPrefix(name, "Test"):
		return checked(function, test, "T")
	case hasPrefix(name, "Fuzz"):
		return checked(function, fuzz, "F")
	default:
		return "", ""
	}
}

func checked(function *ast.FuncDecl, as kind, argument string) (kind, string) {
	name := function.Name.Name
	switch {
	case function.Type.TypeParams.NumFields() > 0:
		return "", fmt.Sprintf("wrong signature for %s, test functions cannot have type parameters", name)
	case !takes(function, argument):
		return "", fmt.Sprintf("wrong signature for %s, must be: func %s(%s *testing.%s)", name, name, strings.ToLower(argument), argument)
	default:
		return as, ""
	}
}

// hasPrefix reports whether nothing or something other than a lower-case letter follows the prefix: TestA, Test_a and
// Test1, but not Testament.
func hasPrefix(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	first, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || !unicode.IsLower(first))
}

// takes reports whether the function has no result and one parameter of type *T or *anything.T. How package testing is
// imported cannot be told from one file.
func takes(function *ast.FuncDecl, argument string) bool {
	if function.Type.Results.NumFields() > 0 || function.Type.Params.NumFields() != 1 {
		return false
	}
	pointer, ok := function.Type.Params.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	switch pointed := pointer.X.(type) {
	case *ast.Ident:
		return pointed.Name == argument
	case *ast.SelectorExpr:
		return pointed.Sel.Name == argument
	default:
		return false
	}
}
