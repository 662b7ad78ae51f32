package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"sort"
)

// around is how a file that declares TestMain must be changed so that something of ours runs around the tests and at TestMain's
// end. No line moves.
type around struct {
	File   string `json:"file"`
	Clause string `json:"clause"` // of the package
	Edits  []edit `json:"edits"`  // from the front to the back
}

// edit puts text in the place of some bytes.
type edit struct {
	At      int    `json:"at"`
	Removed int    `json:"removed"`
	Text    string `json:"text"`
}

// What the injected file declares (src/probe/inject.ts).
const (
	runsTests = "crashGuardRun"   // func(*testing.M) int
	looksBack = "crashGuardAfter" // func(int) int
)

// findAround returns nil where TestMain does not call M.Run itself, nor a function of the same file that it hands M to, and where
// the tests may run more than once: nobody could say then when they have ended.
func findAround(name string, source []byte) *around {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, source, 0)
	if err != nil {
		return nil
	}
	testMain := testMainOf(tree)
	if testMain == nil {
		return nil
	}
	at := func(position token.Pos) int { return set.PositionFor(position, false).Offset }
	search := mainSearch{owners: owners(tree, testMain), exits: exitPackage(tree)}
	ast.Inspect(tree, search.visit)
	if len(search.runs) == 0 || search.strange || search.handed > 1 || len(search.runs) > 1 && search.leaving < len(search.runs) {
		return nil
	}
	found := &around{File: name, Clause: tree.Name.Name}
	add := func(at, removed int, text string) { found.Edits = append(found.Edits, edit{at, removed, text}) }
	add(at(testMain.Body.Lbrace)+1, 0, " defer "+looksBack+"(0);")
	for _, exit := range search.codes {
		add(at(exit.Pos()), 0, looksBack+"(")
		add(at(exit.End()), 0, ")")
	}
	for _, run := range search.runs {
		from, to := at(run.Pos()), at(run.End())
		owner := run.Fun.(*ast.SelectorExpr).X.(*ast.Ident).Name
		if !bytes.Equal(source[from:to], []byte(owner+".Run()")) {
			return nil // a comment or a line break is in it
		}
		add(from, to-from, runsTests+"("+owner+")")
	}
	// What opens comes before what it encloses: both may begin at one place.
	sort.SliceStable(found.Edits, func(i, j int) bool { return found.Edits[i].At < found.Edits[j].At })
	return found
}

func testMainOf(tree *ast.File) *ast.FuncDecl {
	for _, node := range tree.Decls {
		function, ok := node.(*ast.FuncDecl)
		if ok && function.Recv == nil && function.Body != nil && function.Name.Name == "TestMain" && takes(function, "M") {
			return function
		}
	}
	return nil
}

// owners are the parameters that hold M: TestMain's, and those of the same type in the file's other functions.
func owners(tree *ast.File, testMain *ast.FuncDecl) map[*ast.Object]bool {
	found := map[*ast.Object]bool{}
	want := typeName(testMain.Type.Params.List[0].Type)
	ast.Inspect(tree, func(node ast.Node) bool {
		function, ok := node.(*ast.FuncType)
		if !ok || function.Params == nil {
			return true
		}
		for _, field := range function.Params.List {
			for _, name := range field.Names {
				if name.Obj != nil && typeName(field.Type) == want {
					found[name.Obj] = true
				}
			}
		}
		return true
	})
	return found
}

// typeName is "testing.M" for *testing.M, "M" for *M, and empty for what is no pointer to a named type.
func typeName(expression ast.Expr) string {
	pointer, ok := expression.(*ast.StarExpr)
	if !ok {
		return ""
	}
	switch pointed := pointer.X.(type) {
	case *ast.Ident:
		return pointed.Name
	case *ast.SelectorExpr:
		if from, ok := pointed.X.(*ast.Ident); ok {
			return from.Name + "." + pointed.Sel.Name
		}
	}
	return ""
}

// exitPackage is the name under which the file knows package os, or empty.
func exitPackage(tree *ast.File) string {
	for _, one := range tree.Imports {
		if one.Path.Value != `"os"` {
			continue
		}
		if one.Name == nil {
			return "os"
		}
		return one.Name.Name
	}
	return ""
}

// mainSearch finds where the tests are run, and where the process leaves.
type mainSearch struct {
	owners  map[*ast.Object]bool
	exits   string
	runs    []*ast.CallExpr // M.Run()
	codes   []ast.Expr      // what os.Exit gets, in functions that have M
	leaving int             // of the runs, those that are such a code by themselves
	handed  int             // how often M is handed to somebody
	strange bool            // M in a loop or in another goroutine, or M.Run as a value
}

func (s *mainSearch) visit(node ast.Node) bool {
	function, ok := node.(*ast.FuncDecl)
	if !ok {
		return true
	}
	if function.Body != nil && s.has(function.Type) {
		ast.Inspect(function.Body, func(node ast.Node) bool { return s.inside(node) })
	}
	return false
}

func (s *mainSearch) has(function *ast.FuncType) bool {
	for _, field := range function.Params.List {
		for _, name := range field.Names {
			if s.owners[name.Obj] {
				return true
			}
		}
	}
	return false
}

func (s *mainSearch) inside(node ast.Node) bool {
	switch node := node.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.GoStmt, *ast.DeferStmt:
		// How often, when or where it runs, nobody can tell.
		ast.Inspect(node, func(below ast.Node) bool {
			s.strange = s.strange || s.isOwner(below)
			return true
		})
		return !s.exitsLater(node)
	case *ast.BranchStmt:
		s.strange = s.strange || node.Tok == token.GOTO
	case *ast.CallExpr:
		if s.isRun(node.Fun) && len(node.Args) == 0 {
			s.runs = append(s.runs, node)
			return false
		}
		for _, argument := range node.Args {
			if s.isOwner(argument) {
				s.handed++
			}
		}
		if s.isExit(node) {
			s.codes = append(s.codes, node.Args[0])
			if call, ok := node.Args[0].(*ast.CallExpr); ok && s.isRun(call.Fun) {
				s.leaving++
			}
		}
	case *ast.SelectorExpr:
		s.strange = s.strange || s.isRun(node) // not called
	}
	return true
}

// exitsLater tells an os.Exit whose code is worked out long before the process leaves.
func (s *mainSearch) exitsLater(node ast.Node) bool {
	switch node := node.(type) {
	case *ast.DeferStmt:
		return s.isExit(node.Call)
	case *ast.GoStmt:
		return s.isExit(node.Call)
	}
	return false
}

func (s *mainSearch) isRun(node ast.Node) bool {
	selector, ok := node.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "Run" {
		return false
	}
	return s.isOwner(selector.X)
}

func (s *mainSearch) isOwner(node ast.Node) bool {
	name, ok := node.(*ast.Ident)
	return ok && name.Obj != nil && s.owners[name.Obj]
}

func (s *mainSearch) isExit(call *ast.CallExpr) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "Exit" || len(call.Args) != 1 || s.exits == "" {
		return false
	}
	owner, ok := selector.X.(*ast.Ident)
	return ok && owner.Name == s.exits && owner.Obj == nil
}
