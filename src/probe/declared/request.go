package main

// request is what is asked: the test files of each package, and the -run and -skip patterns.
type request struct {
	Run      string         `json:"run"`
	Skip     string         `json:"skip"`
	GoMinor  int            `json:"goMinor"` // 21 for Go 1.21; 0 for the newest
	Packages []packageFiles `json:"packages"`
}

type packageFiles struct {
	Package string     `json:"package"`
	Files   []testFile `json:"files"`
	Sources []testFile `json:"sources"` // the package's other files, in which nothing is a test
}

// testFile is known by its name; what it contains may lie elsewhere (go test -overlay).
type testFile struct {
	Name    string `json:"name"`
	Content string `json:"content"`
}

type response struct {
	Packages []declarations `json:"packages"`
}

// declarations is what one package declares.
type declarations struct {
	Package  string        `json:"package"`
	TestMain bool          `json:"testMain"` // the name is taken, by a function or by anything else
	Quiet    bool          `json:"quiet"`    // the tests count goroutines or change their own -timeout
	Declared int           `json:"declared"` // before -run and -skip
	Tests    []declaration `json:"tests"`    // after them
	Problems []string      `json:"problems"`
	Around   *around       `json:"around"` // null where nothing can run around the tests of a package that has a TestMain
}

type declaration struct {
	Name string `json:"name"`
	Kind kind   `json:"kind"`
	File string `json:"file"`
	Line int    `json:"line"`
}

type kind string

const (
	test    kind = "test"
	fuzz    kind = "fuzz"
	example kind = "example"
)
