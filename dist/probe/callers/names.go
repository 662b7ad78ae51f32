package main

import (
	"fmt"
	"go/types"
	"runtime"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// namer gives functions the names that they have in a trace: `example.com/m/store.(*Cart).Add.func1`.
type namer struct {
	names map[*ssa.Function]string
	// numbers of function literals, from 1, among those of the function around them.
	numbers map[*ssa.Function]int
}

func newNamer() *namer { return &namer{map[*ssa.Function]string{}, map[*ssa.Function]int{}} }

// name is "" for what has none: functions without a package, made by the library.
func (n *namer) name(function *ssa.Function) string {
	if name, ok := n.names[function]; ok {
		return name
	}
	name := n.make(function)
	n.names[function] = name
	return name
}

func (n *namer) make(function *ssa.Function) string {
	if origin := function.Origin(); origin != nil {
		return n.name(origin)
	}
	if parent := function.Parent(); parent != nil {
		return n.literal(function, parent)
	}
	if object, ok := function.Object().(*types.Func); ok {
		// Wrappers, bound methods and thunks stand for the method itself.
		return n.declared(function, object)
	}
	if function.Pkg == nil || function.Synthetic == "" {
		return ""
	}
	// The initialiser of the package's variables; instances of literals and the like have a parent.
	if function == function.Pkg.Func("init") {
		return escapePath(function.Pkg.Pkg.Path()) + ".init"
	}
	return ""
}

func (n *namer) declared(function *ssa.Function, object *types.Func) string {
	object = object.Origin()
	if object.Pkg() == nil {
		return ""
	}
	path := escapePath(object.Pkg().Path())
	signature := object.Type().(*types.Signature)
	if receiver := signature.Recv(); receiver != nil {
		return path + "." + receiverName(receiver.Type()) + "." + object.Name()
	}
	name := object.Name()
	if name == "init" {
		// The library counts `init#1` from 1, the compiler `init.0` from 0.
		var number int
		if _, err := fmt.Sscanf(function.Name(), "init#%d", &number); err == nil {
			return fmt.Sprintf("%s.init.%d", path, number-1)
		}
	}
	if signature.TypeParams().Len() > 0 {
		name += "[...]"
	}
	return path + "." + name
}

// receiverName is `(*Cart)`, `Cart`, `(*List[...])`.
func receiverName(receiver types.Type) string {
	pointer, isPointer := receiver.(*types.Pointer)
	if isPointer {
		receiver = pointer.Elem()
	}
	name := types.TypeString(receiver, func(*types.Package) string { return "" })
	if bracket := strings.IndexByte(name, '['); bracket >= 0 {
		name = name[:bracket] + "[...]"
	}
	if isPointer {
		return "(*" + name + ")"
	}
	return name
}

// literal follows closureName in cmd/compile/internal/ir/func.go: `.func1` in a declared function, `.1` in a literal. Before
// Go 1.27, literals in the body of a range over a function were counted with those of the function around it.
func (n *namer) literal(function, parent *ssa.Function) string {
	for flatRanges && isRangeBody(parent) && parent.Parent() != nil {
		parent = parent.Parent()
	}
	if n.numbers[function] == 0 {
		n.count(parent)
	}
	switch {
	case isRangeBody(function):
		return fmt.Sprintf("%s-range%d", n.name(parent), n.numbers[function])
	case parent.Parent() != nil:
		return fmt.Sprintf("%s.%d", n.name(parent), n.numbers[function])
	default:
		return fmt.Sprintf("%s.func%d", n.name(parent), n.numbers[function])
	}
}

// This program is built with the toolchain that builds the module.
var flatRanges = goMinor(runtime.Version()) < 27

// goMinor is 27 for go1.27.3 and devel go1.27-3c5f1d2, a high number for what it does not understand.
func goMinor(version string) int {
	_, rest, _ := strings.Cut(version, "go1.")
	var minor int
	if _, err := fmt.Sscanf(rest, "%d", &minor); err != nil {
		return 1000
	}
	return minor
}

func isRangeBody(function *ssa.Function) bool {
	return strings.Contains(function.Synthetic, "range-over-func")
}

// count numbers the literals of a function as they stand in the source.
func (n *namer) count(parent *ssa.Function) {
	var literals []*ssa.Function
	var collect func(*ssa.Function)
	collect = func(function *ssa.Function) {
		for _, literal := range function.AnonFuncs {
			literals = append(literals, literal)
			if flatRanges && isRangeBody(literal) {
				collect(literal)
			}
		}
	}
	collect(parent)
	sort.SliceStable(literals, func(i, j int) bool { return literals[i].Pos() < literals[j].Pos() })
	ranges, others := 0, 0
	for _, literal := range literals {
		if isRangeBody(literal) {
			ranges++
			n.numbers[literal] = ranges
		} else {
			others++
			n.numbers[literal] = others
		}
	}
}

// escapePath follows PathToPrefix in cmd/internal/objabi: dots in the last element, and what could not stand in a symbol.
func escapePath(path string) string {
	slash := strings.LastIndexByte(path, '/')
	var escaped strings.Builder
	for i := 0; i < len(path); i++ {
		if c := path[i]; c <= ' ' || (c == '.' && i > slash) || c == '%' || c == '"' || c >= 0x7F {
			fmt.Fprintf(&escaped, "%%%02x", c)
		} else {
			escaped.WriteByte(c)
		}
	}
	return escaped.String()
}
