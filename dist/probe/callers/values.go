package main

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// addValues notes where functions are mentioned without being called, and where a value with methods becomes an interface: who
// calls them then may be a library, whose body is not looked at.
func (g *graph) addValues(function *ssa.Function, from *node) {
	for _, block := range function.Blocks {
		for _, instruction := range block.Instrs {
			if conversion, ok := instruction.(*ssa.MakeInterface); ok {
				g.addMethods(conversion, from)
			}
			for _, operand := range instruction.Operands(nil) {
				mentioned, ok := (*operand).(*ssa.Function)
				if !ok || isCallee(instruction, mentioned) {
					continue
				}
				to := g.nodeOf(mentioned)
				if to == nil || to == from {
					continue
				}
				var through string
				if value, ok := instruction.(ssa.Value); ok && !isCall(instruction) {
					through = g.libraryThatTakes(value)
				} else if site, ok := instruction.(ssa.CallInstruction); ok {
					through = g.library(site)
				}
				g.addValue(to, from, instruction, through)
			}
		}
	}
}

func isCall(instruction ssa.Instruction) bool {
	_, ok := instruction.(ssa.CallInstruction)
	return ok
}

func isCallee(instruction ssa.Instruction, mentioned *ssa.Function) bool {
	switch instruction := instruction.(type) {
	case ssa.CallInstruction:
		if instruction.Common().Value != mentioned {
			return false
		}
		for _, argument := range instruction.Common().Args {
			if argument == mentioned {
				return false
			}
		}
		return true
	case *ssa.MakeClosure:
		// go func() { ... }() and the like: the literal is made to be called right away.
		return calledOnly(instruction)
	default:
		return false
	}
}

func calledOnly(closure *ssa.MakeClosure) bool {
	if closure.Referrers() == nil || len(*closure.Referrers()) == 0 {
		return false
	}
	for _, referrer := range *closure.Referrers() {
		site, ok := referrer.(ssa.CallInstruction)
		if !ok || site.Common().Value != closure {
			return false
		}
	}
	return true
}

func (g *graph) addValue(to, from *node, instruction ssa.Instruction, through string) {
	step := g.step(from, positionOf(instruction), asAValue, true)
	step.Through = through
	if through == "" {
		to.values = append(to.values, edge{from, step})
	} else {
		to.handed = append(to.handed, edge{from, step})
	}
}

// libraryThatTakes is the library function that gets a value, itself or converted, "" for none.
func (g *graph) libraryThatTakes(value ssa.Value) string {
	if value.Referrers() == nil {
		return ""
	}
	for _, referrer := range *value.Referrers() {
		switch referrer := referrer.(type) {
		case ssa.CallInstruction:
			if through := g.library(referrer); through != "" {
				return through
			}
		case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.MakeClosure:
			if through := g.libraryThatTakes(referrer.(ssa.Value)); through != "" {
				return through
			}
		}
	}
	return ""
}

// library is the name of what a call calls, if that has no body here.
func (g *graph) library(site ssa.CallInstruction) string {
	common := site.Common()
	if common.IsInvoke() {
		if method := common.Method; method.Pkg() != nil && !g.isOwnPath(method.Pkg().Path()) {
			return method.FullName()
		}
		return ""
	}
	static := common.StaticCallee()
	if static == nil || g.nodeOf(static) != nil {
		return ""
	}
	if name := g.name(static); name != "" {
		return name
	}
	return ""
}

func (g *graph) isOwnPath(path string) bool {
	for own := range g.own {
		if own.Pkg.Path() == path {
			return true
		}
	}
	return false
}

// Methods that libraries look for in a value of any type: fmt, encoding, log/slog, database/sql, errors.
var soughtMethods = func() map[string]bool {
	sought := map[string]bool{}
	for _, name := range strings.Fields("String Error Format GoString MarshalJSON UnmarshalJSON MarshalText UnmarshalText MarshalBinary UnmarshalBinary MarshalXML UnmarshalXML MarshalYAML UnmarshalYAML GobEncode GobDecode LogValue Scan Value Unwrap Is As") {
		sought[name] = true
	}
	return sought
}()

// addMethods notes which methods a conversion to an interface lets others call.
func (g *graph) addMethods(conversion *ssa.MakeInterface, from *node) {
	wanted, ok := conversion.Type().Underlying().(*types.Interface)
	if !ok {
		return
	}
	through := g.libraryThatTakes(conversion)
	methods := g.MethodSets.MethodSet(conversion.X.Type())
	for i := 0; i < methods.Len(); i++ {
		object, ok := methods.At(i).Obj().(*types.Func)
		if !ok {
			continue
		}
		if wanted.NumMethods() == 0 && !soughtMethods[object.Name()] || wanted.NumMethods() > 0 && !hasMethod(wanted, object.Name()) {
			continue
		}
		if to := g.nodes[g.declared(nil, object)]; to != nil {
			g.addValue(to, from, conversion, through)
		}
	}
}

func hasMethod(wanted *types.Interface, name string) bool {
	for i := 0; i < wanted.NumMethods(); i++ {
		if wanted.Method(i).Name() == name {
			return true
		}
	}
	return false
}

// positionOf is where an instruction stands, or the first that uses what it makes.
func positionOf(instruction ssa.Instruction) token.Pos {
	if position := instruction.Pos(); position.IsValid() {
		return position
	}
	if value, ok := instruction.(ssa.Value); ok && value.Referrers() != nil {
		for _, referrer := range *value.Referrers() {
			if position := referrer.Pos(); position.IsValid() {
				return position
			}
		}
	}
	return token.NoPos
}
