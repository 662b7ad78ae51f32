package main

import (
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strings"
)

// entry is what `go list -e -deps -test -json` prints for a package, as far as it is asked for.
type entry struct {
	ImportPath string
	Dir        string
	Name       string
	Standard   bool
	DepOnly    bool
	ForTest    string
	GoFiles    []string
	CgoFiles   []string
	ImportMap  map[string]string
	Module     *struct{ Main bool }
}

type role string

const (
	// own packages are asked for or belong to the module: calls are followed from one to the other.
	own role = "own"
	// dependency is a package whose calls are followed inside of it alone.
	dependency role = "dependency"
	// Of types only the declarations are wanted, because others use them.
	typesOnly role = "types"
)

// listed is one package to be read.
type listed struct {
	// id tells a package from its variant that is compiled with its tests: `example.com/m/p [example.com/m/p.test]`.
	id string
	// standard packages are Go's own, and not what is looked at.
	standard bool
	// path is what the functions of the package are called by.
	path  string
	role  role
	files []sourceFile
	// imports names the ids of imported packages where they are not what the source says.
	imports map[string]string
}

// sourceFile is known by its name; what it contains may lie elsewhere (go test -overlay).
type sourceFile struct {
	name    string
	content string
}

// readListing reads what go list has printed. The packages stay in its order: each after what it imports.
func readListing(input io.Reader, overlay map[string]string) ([]listed, error) {
	var packages []listed
	withTests := map[string]bool{}
	for decoder := json.NewDecoder(input); ; {
		var one entry
		err := decoder.Decode(&one)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if read, ok := one.toListed(overlay); ok {
			packages = append(packages, read)
			if read.id != read.path {
				withTests[read.path] = true
			}
		}
	}
	for i := range packages {
		// Its variant with the tests has everything that it has itself.
		if one := &packages[i]; one.id == one.path && withTests[one.path] {
			one.role = typesOnly
		}
	}
	return packages, nil
}

func (e entry) toListed(overlay map[string]string) (listed, bool) {
	path, _, _ := strings.Cut(e.ImportPath, " ")
	found := listed{id: e.ImportPath, standard: e.Standard && e.role() != own, path: path, role: e.role(), imports: e.ImportMap}
	// What is compiled again for the tests of another package is the same code.
	if e.ForTest != "" && path != e.ForTest && path != e.ForTest+"_test" {
		return found, false
	}
	for _, file := range append(append([]string{}, e.GoFiles...), e.CgoFiles...) {
		// The main package of a test binary, which go test generates.
		if filepath.IsAbs(file) {
			return found, false
		}
		name := filepath.Join(e.Dir, file)
		content, ok := overlay[name]
		if !ok {
			content = name
		}
		found.files = append(found.files, sourceFile{name, content})
	}
	return found, true
}

func (e entry) role() role {
	switch {
	case !e.DepOnly, e.Module != nil && e.Module.Main:
		return own
	case e.Standard:
		return typesOnly
	default:
		return dependency
	}
}
