package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// function is what a function, a function literal or an initialiser does itself, without what it calls.
type function struct {
	// name is what a person reads: `init`, `var NAME`, `import`, `load`, `(*Store).open`, `func literal`.
	name  string
	acts  []act
	calls []call
	// callsParameters holds the parameters that it calls, by number.
	callsParameters map[int]bool
}

type act struct {
	kind        kind
	what        string
	at          place
	conditional bool
	test        bool
	generated   bool
}

// call is one call whose target may have been read. The target is the full name of a function or variable (types.Func.FullName),
// or the place of a function literal.
type call struct {
	target      string
	at          place
	conditional bool
	// arguments are the targets that arguments stand for, "" for what is no function.
	arguments []string
}

// summarise notes what each function of a package does, and which of them begin by themselves.
func (all *programs) summarise(one *unit, files []source, info *types.Info) {
	for _, file := range files {
		for _, node := range file.tree.Decls {
			if node, ok := node.(*ast.GenDecl); ok && node.Tok == token.VAR {
				one.embeds(node)
			}
		}
	}
	for i := range files {
		file := &files[i]
		in := scope{programs: all, unit: one, file: file, info: info}
		for _, spec := range file.tree.Imports {
			in.imported(spec)
		}
		for _, node := range file.tree.Decls {
			switch node := node.(type) {
			case *ast.FuncDecl:
				in.declared(node)
			case *ast.GenDecl:
				if node.Tok == token.VAR {
					in.variables(node)
				}
			}
		}
	}
}

// embeds notes the variables that files are embedded in.
func (one *unit) embeds(node *ast.GenDecl) {
	for _, spec := range node.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		doc := spec.Doc
		if doc == nil {
			doc = node.Doc
		}
		if doc == nil {
			continue
		}
		for _, comment := range doc.List {
			if strings.HasPrefix(comment.Text, "//go:embed ") {
				one.embedded[spec.Names[0].Name] = true
			}
		}
	}
}

// scope is where code stands.
type scope struct {
	*programs
	unit *unit
	file *source
	info *types.Info
}

func (s scope) at(position token.Pos) place {
	// Not set.Position, which follows //line comments into other files.
	at := s.set.PositionFor(position, false)
	return place{at.Filename, at.Line}
}

func (s scope) imported(spec *ast.ImportSpec) {
	path := strings.Trim(spec.Path.Value, "`\"")
	kind, ok := importRows[path]
	if !ok || spec.Name == nil || spec.Name.Name != "_" {
		return
	}
	root := &function{name: "import"}
	w := walker{scope: s, into: root}
	w.act(kind, spec, "import _ "+spec.Path.Value)
	s.unit.roots = append(s.unit.roots, root)
}

func (s scope) declared(node *ast.FuncDecl) {
	if node.Body == nil {
		return
	}
	found := &function{name: node.Name.Name}
	if s.file.test && isTestMain(node) {
		at := s.set.PositionFor(node.Name.Pos(), false)
		s.unit.testMains = append(s.unit.testMains, testMain{at.Filename, at.Offset})
	}
	if node.Recv == nil && node.Name.Name == "init" {
		s.unit.roots = append(s.unit.roots, found)
	} else if object, ok := s.info.Defs[node.Name].(*types.Func); ok {
		found.name = nameWithin(object)
		s.unit.functions[object.FullName()] = found
	}
	s.body(found, node.Type, node.Body)
}

// isTestMain goes by the type's name, since how package testing is imported does not matter: `TestMain(m *testing.M)`.
func isTestMain(node *ast.FuncDecl) bool {
	if node.Recv != nil || node.Name.Name != "TestMain" || node.Type.Params.NumFields() != 1 {
		return false
	}
	pointer, ok := node.Type.Params.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	switch pointed := pointer.X.(type) {
	case *ast.Ident:
		return pointed.Name == "M"
	case *ast.SelectorExpr:
		return pointed.Sel.Name == "M"
	default:
		return false
	}
}

// nameWithin is a function's name without its package: `(*Store).open`.
func nameWithin(object *types.Func) string {
	signature, ok := object.Type().(*types.Signature)
	if !ok || signature.Recv() == nil {
		return object.Name()
	}
	receiver := types.TypeString(signature.Recv().Type(), func(*types.Package) string { return "" })
	if bracket := strings.IndexByte(receiver, '['); bracket >= 0 {
		receiver = receiver[:bracket] + "[...]"
	}
	if strings.HasPrefix(receiver, "*") {
		receiver = "(" + receiver + ")"
	}
	return receiver + "." + object.Name()
}

func (s scope) variables(node *ast.GenDecl) {
	for _, spec := range node.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok || len(spec.Values) == 0 {
			continue
		}
		names := make([]string, len(spec.Names))
		for i, name := range spec.Names {
			names[i] = name.Name
		}
		root := &function{name: "var " + strings.Join(names, ", ")}
		w := walker{scope: s, into: root}
		for i, value := range spec.Values {
			if literal, ok := unparen(value).(*ast.FuncLit); ok && i < len(names) {
				// The variable is called like a function.
				target := w.literal(literal)
				s.unit.functions[s.unit.path+"."+names[i]] = s.unit.functions[target]
				continue
			}
			w.walk(value)
		}
		s.unit.roots = append(s.unit.roots, root)
	}
}

// body notes what a function does.
func (s scope) body(found *function, signature *ast.FuncType, body *ast.BlockStmt) {
	w := walker{scope: s, into: found, parameters: map[types.Object]int{}, literals: map[types.Object]string{}}
	if signature.Params != nil {
		number := 0
		for _, field := range signature.Params.List {
			for _, name := range field.Names {
				if object := s.info.Defs[name]; object != nil {
					w.parameters[object] = number
				}
				number++
			}
			if len(field.Names) == 0 {
				number++
			}
		}
	}
	w.walk(body)
}

func unparen(expression ast.Expr) ast.Expr {
	for {
		inner, ok := expression.(*ast.ParenExpr)
		if !ok {
			return expression
		}
		expression = inner.X
	}
}
