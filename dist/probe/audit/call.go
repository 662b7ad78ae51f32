package main

import (
	"go/ast"
	"go/constant"
	"go/types"
)

func (w *walker) call(node *ast.CallExpr) {
	callee := unparen(node.Fun)
	// Type arguments: f[int](x).
	switch indexed := callee.(type) {
	case *ast.IndexExpr:
		if value, ok := w.info.Types[indexed.Index]; ok && value.IsType() {
			callee = unparen(indexed.X)
		}
	case *ast.IndexListExpr:
		callee = unparen(indexed.X)
	}
	w.evaluate(node)
	if value, ok := w.info.Types[callee]; ok && value.IsType() {
		return
	}
	switch callee := callee.(type) {
	case *ast.FuncLit:
		w.calls(node, w.literal(callee))
	case *ast.Ident:
		w.named(node, callee, nil)
	case *ast.SelectorExpr:
		w.named(node, callee.Sel, callee.X)
	}
}

// evaluate walks what is known before a function is called: its arguments and what it is a method of.
func (w *walker) evaluate(node *ast.CallExpr) {
	switch callee := unparen(node.Fun).(type) {
	case *ast.SelectorExpr:
		w.walk(callee.X)
	case *ast.Ident, *ast.FuncLit:
	default:
		w.walk(callee)
	}
	for _, argument := range node.Args {
		w.walk(argument)
	}
}

// named is a call by name; `of` is what stands before the dot.
func (w *walker) named(node *ast.CallExpr, name *ast.Ident, of ast.Expr) {
	switch object := w.info.Uses[name].(type) {
	case *types.Builtin:
		if object.Name() == "panic" {
			w.act(panics, node, w.text(node))
		}
	case *types.Func:
		path := ""
		if object.Pkg() != nil {
			path = object.Pkg().Path()
		}
		w.function(node, path, object.Origin().FullName(), name.Name, of)
	case *types.Var:
		switch number, ok := w.parameters[object]; {
		case ok:
			if w.into.callsParameters == nil {
				w.into.callsParameters = map[int]bool{}
			}
			w.into.callsParameters[number] = true
		case w.literals[object] != "":
			w.calls(node, w.literals[object])
		case object.Pkg() != nil && object.Parent() == object.Pkg().Scope():
			w.calls(node, object.Pkg().Path()+"."+object.Name())
		}
	case nil:
		// What is imported could not be found; its name still says what it is.
		if qualifier, ok := of.(*ast.Ident); ok {
			if imported, ok := w.info.Uses[qualifier].(*types.PkgName); ok {
				path := imported.Imported().Path()
				w.function(node, path, path+"."+name.Name, name.Name, of)
			}
		}
	}
}

// function is the call of a function or method that has a full name.
func (w *walker) function(node *ast.CallExpr, path, full, name string, of ast.Expr) {
	if registry := w.registry(of); registry != "" {
		full = registry + "." + name
	}
	if kind, ok := actions[full]; ok && !w.onlyAsks(full, node) {
		w.act(kind, node, w.text(node))
		return
	}
	if callsBack[full] {
		for _, target := range w.targets(node.Args) {
			if target != "" {
				w.calls(node, target)
			}
		}
		return
	}
	w.calls(node, full)
	switch {
	case path == w.unit.path:
	case exitName.MatchString(name) && !w.standard(path):
		w.act(exits, node, w.text(node))
	case mustName.MatchString(name) && !w.constantInput(node):
		w.act(mustSucceed, node, w.text(node))
	}
}

// onlyAsks holds for runtime.GOMAXPROCS(0), which changes nothing.
func (w *walker) onlyAsks(full string, node *ast.CallExpr) bool {
	if full != "runtime.GOMAXPROCS" || len(node.Args) != 1 {
		return false
	}
	value := w.info.Types[node.Args[0]].Value
	return value != nil && constant.Sign(value) <= 0
}

// registry is the package whose functions do the same as the methods of this variable: net/http for http.DefaultServeMux.
func (w *walker) registry(of ast.Expr) string {
	if selector, ok := of.(*ast.SelectorExpr); ok {
		if object, ok := w.info.Uses[selector.Sel].(*types.Var); ok && object.Pkg() != nil {
			return defaultRegistries[object.Pkg().Path()+"."+object.Name()]
		}
	}
	return ""
}

func (w *walker) calls(node *ast.CallExpr, target string) {
	w.into.calls = append(w.into.calls, call{target, w.at(node.Pos()), w.maybe(), w.targets(node.Args)})
}

// targets are the functions that arguments stand for; nil where none does.
func (w *walker) targets(arguments []ast.Expr) []string {
	var targets []string
	for i, argument := range arguments {
		target := w.target(unparen(argument))
		if target == "" {
			continue
		}
		if targets == nil {
			targets = make([]string, len(arguments))
		}
		targets[i] = target
	}
	return targets
}

func (w *walker) target(argument ast.Expr) string {
	var name *ast.Ident
	switch argument := argument.(type) {
	case *ast.FuncLit:
		return w.literal(argument)
	case *ast.Ident:
		name = argument
	case *ast.SelectorExpr:
		name = argument.Sel
	default:
		return ""
	}
	switch object := w.info.Uses[name].(type) {
	case *types.Func:
		return object.Origin().FullName()
	case *types.Var:
		return w.literals[object]
	}
	return ""
}
