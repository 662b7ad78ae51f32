package main

import (
	"go/ast"
	"go/types"
)

// constantInput tells whether a call has the same result in every process: then its first run has shown whether it panics.
// It is so where all arguments are constants, or what the standard library makes of constants.
func (w *walker) constantInput(node *ast.CallExpr) bool {
	for _, argument := range node.Args {
		if !w.constant(argument) {
			return false
		}
	}
	if selector, ok := unparen(node.Fun).(*ast.SelectorExpr); ok && !w.isQualifier(selector.X) {
		return w.constant(selector.X)
	}
	return true
}

func (w *walker) constant(expression ast.Expr) bool {
	expression = unparen(expression)
	if value, ok := w.info.Types[expression]; ok && (value.Value != nil || value.IsNil() || value.IsType()) {
		return true
	}
	switch expression := expression.(type) {
	case *ast.BasicLit, *ast.FuncLit:
		return true
	case *ast.UnaryExpr:
		return w.constant(expression.X)
	case *ast.BinaryExpr:
		return w.constant(expression.X) && w.constant(expression.Y)
	case *ast.KeyValueExpr:
		return w.constant(expression.Value)
	case *ast.CompositeLit:
		for _, element := range expression.Elts {
			if !w.constant(element) {
				return false
			}
		}
		return true
	case *ast.Ident:
		return w.constantName(expression)
	case *ast.SelectorExpr:
		return w.isQualifier(expression.X) && w.constantName(expression.Sel)
	case *ast.CallExpr:
		return w.constantCall(expression)
	default:
		return false
	}
}

// constantName holds for functions, and for variables that are embedded files.
func (w *walker) constantName(name *ast.Ident) bool {
	switch object := w.info.Uses[name].(type) {
	case *types.Func:
		return true
	case *types.Var:
		return w.unit.embedded[object.Name()] && object.Pkg() != nil && object.Parent() == object.Pkg().Scope()
	default:
		return false
	}
}

// constantCall holds for calls into the standard library that do nothing that this program looks for.
func (w *walker) constantCall(node *ast.CallExpr) bool {
	var name *ast.Ident
	switch callee := unparen(node.Fun).(type) {
	case *ast.Ident:
		name = callee
	case *ast.SelectorExpr:
		name = callee.Sel
	default:
		return false
	}
	switch object := w.info.Uses[name].(type) {
	case *types.Builtin, *types.TypeName:
		return w.constantInput(node)
	case *types.Func:
		// ParseFiles reads what lies there now; ParseFS, as a rule, what was embedded.
		_, acts := actions[object.FullName()]
		return !acts && object.Pkg() != nil && w.standard(object.Pkg().Path()) && w.constantInput(node)
	default:
		return false
	}
}

func (w *walker) isQualifier(expression ast.Expr) bool {
	name, ok := expression.(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = w.info.Uses[name].(*types.PkgName)
	return ok
}
