package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode/utf8"
)

// walker goes through code in the order in which it is written and notes what runs when that code runs.
type walker struct {
	scope
	into       *function
	parameters map[types.Object]int
	// literals are variables of this function that hold a function literal.
	literals    map[types.Object]string
	conditional int
	// left: what stands before may have returned.
	left bool
}

func (w *walker) walk(node ast.Node) {
	switch node := node.(type) {
	case *ast.FuncLit:
		// It runs when it is called.
		w.literal(node)
	case *ast.GoStmt:
		w.act(startsGoroutine, node, w.text(node))
		w.evaluate(node.Call)
	case *ast.CallExpr:
		w.call(node)
	case *ast.IfStmt:
		w.all(node.Init, node.Cond)
		w.perhaps(node.Body, node.Else)
	case *ast.SwitchStmt:
		w.all(node.Init, node.Tag)
		w.perhaps(node.Body)
	case *ast.TypeSwitchStmt:
		w.all(node.Init, node.Assign)
		w.perhaps(node.Body)
	case *ast.SelectStmt:
		w.selects(node)
	case *ast.ReturnStmt:
		w.children(node)
		w.left = true
	case *ast.BinaryExpr:
		w.all(node.X)
		if node.Op == token.LAND || node.Op == token.LOR {
			w.perhaps(node.Y)
		} else {
			w.all(node.Y)
		}
	case *ast.UnaryExpr:
		if node.Op == token.ARROW {
			w.act(waits, node, w.text(node))
		}
		w.walk(node.X)
	case *ast.RangeStmt:
		if kind, ok := w.info.Types[node.X]; ok && kind.Type != nil {
			if _, ok := kind.Type.Underlying().(*types.Chan); ok {
				w.act(waits, node.X, "range "+w.text(node.X))
			}
		}
		w.children(node)
	case *ast.AssignStmt:
		w.assign(node)
	case *ast.ValueSpec:
		for i, value := range node.Values {
			if i < len(node.Names) {
				w.keep(node.Names[i], value)
			}
		}
		w.children(node)
	case *ast.SelectorExpr:
		if object, ok := w.info.Uses[node.Sel].(*types.Var); ok && object.Pkg() != nil && !object.IsField() {
			if kind, ok := actions[object.Pkg().Path()+"."+object.Name()]; ok {
				w.act(kind, node, w.text(node))
			}
		}
		w.walk(node.X)
	default:
		w.children(node)
	}
}

func (w *walker) children(node ast.Node) {
	ast.Inspect(node, func(child ast.Node) bool {
		if child == node {
			return true
		}
		if child != nil {
			w.walk(child)
		}
		return false
	})
}

func (w *walker) all(nodes ...ast.Node) {
	for _, node := range nodes {
		if node != nil {
			w.walk(node)
		}
	}
}

// perhaps walks code that something decides about.
func (w *walker) perhaps(nodes ...ast.Node) {
	w.conditional++
	w.all(nodes...)
	w.conditional--
}

func (w *walker) maybe() bool { return w.conditional > 0 || w.left }

func (w *walker) selects(node *ast.SelectStmt) {
	blocks := true
	for _, clause := range node.Body.List {
		if clause, ok := clause.(*ast.CommClause); ok && clause.Comm == nil {
			blocks = false
		}
	}
	if blocks {
		w.act(waits, node, "select")
	}
	for _, clause := range node.Body.List {
		if clause, ok := clause.(*ast.CommClause); ok {
			for _, statement := range clause.Body {
				w.perhaps(statement)
			}
		}
	}
}

// assign notes function literals that a variable holds, and variables of other packages that are set: `http.DefaultClient = ...`.
func (w *walker) assign(node *ast.AssignStmt) {
	for i, target := range node.Lhs {
		if name, ok := target.(*ast.Ident); ok && len(node.Rhs) == len(node.Lhs) {
			w.keep(name, node.Rhs[i])
		}
		if selector, ok := target.(*ast.SelectorExpr); ok && w.isStandard(selector) {
			w.act(setsProcess, node, w.text(node))
		}
	}
	w.children(node)
}

// isStandard tells a variable of the standard library, `time.Local`, from a field.
func (w *walker) isStandard(selector *ast.SelectorExpr) bool {
	name, ok := selector.X.(*ast.Ident)
	if !ok {
		return false
	}
	imported, ok := w.info.Uses[name].(*types.PkgName)
	return ok && w.standard(imported.Imported().Path())
}

func (w *walker) keep(name *ast.Ident, value ast.Expr) {
	literal, ok := unparen(value).(*ast.FuncLit)
	if !ok || w.literals == nil {
		return
	}
	object := w.info.Defs[name]
	if object == nil {
		object = w.info.Uses[name]
	}
	if object != nil {
		w.literals[object] = w.literalKey(literal)
	}
}

func (w *walker) literalKey(literal *ast.FuncLit) string {
	return fmt.Sprintf("%s %d", w.unit.id, literal.Pos())
}

// literal notes what a function literal does, once, and returns the target of its calls.
func (w *walker) literal(literal *ast.FuncLit) string {
	key := w.literalKey(literal)
	if w.unit.functions[key] == nil {
		found := &function{name: "func literal"}
		w.unit.functions[key] = found
		inner := walker{scope: w.scope, into: found, literals: map[types.Object]string{}}
		for object, target := range w.literals {
			inner.literals[object] = target
		}
		inner.walk(literal.Body)
	}
	return key
}

func (w *walker) act(kind kind, node ast.Node, what string) {
	w.into.acts = append(w.into.acts, act{
		kind: kind, what: what, at: w.at(node.Pos()), conditional: w.maybe(), test: w.file.test, generated: w.file.generated,
	})
}

const maxTextBytes = 100

// text is code as it is written, in one line: the first.
func (w *walker) text(node ast.Node) string {
	from, to := w.set.PositionFor(node.Pos(), false).Offset, w.set.PositionFor(node.End(), false).Offset
	if to > len(w.file.text) {
		to = len(w.file.text)
	}
	if from < 0 || from >= to {
		return ""
	}
	line, rest, cut := strings.Cut(string(w.file.text[from:to]), "\n")
	if line = strings.TrimRight(line, " \t\r"); cut && strings.HasSuffix(line, "{") {
		line += " ... }" + lastArguments(rest)
	} else if cut {
		line += " ..."
	}
	if len(line) > maxTextBytes {
		end := maxTextBytes
		for !utf8.RuneStart(line[end]) {
			end--
		}
		line = line[:end] + " ..."
	}
	return strings.ToValidUTF8(line, "\uFFFD")
}

// lastArguments is what follows the brace that ends a literal: `()` in most cases.
func lastArguments(rest string) string {
	end := rest[strings.LastIndexByte(rest, '\n')+1:]
	_, arguments, _ := strings.Cut(end, "}")
	return arguments
}
