package main

type response struct {
	Packages  []audited  `json:"packages"`
	TestMains []testMain `json:"testMains"`
}

// testMain is where the name of a package's TestMain stands, in bytes from the start of what the file contains.
type testMain struct {
	File   string `json:"file"`
	Offset int    `json:"offset"`
}

// audited is what one package does before main.
type audited struct {
	Package  string    `json:"package"`
	Role     role      `json:"role"`
	Findings []finding `json:"findings"`
	Omitted  int       `json:"omitted"`
	Problems []string  `json:"problems"`
}

// finding is one thing that happens while the program is set up.
type finding struct {
	Kind kind `json:"kind"`
	// What is the call as it stands in the source, in one line.
	What string `json:"what"`
	place
	// Conditional: something on the way decides whether it happens.
	Conditional bool `json:"conditional"`
	Test        bool `json:"test"`
	Generated   bool `json:"generated"`
	// Chain leads from the initialiser to the function that does it; each step has the place of the call to the next, the last one
	// that of the action.
	Chain []step `json:"chain"`
	// Also counts further initialisers that lead to the same place.
	Also int `json:"also"`
}

type place struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

type step struct {
	// Function is `init`, `var NAME`, `import`, or the name of a function.
	Function string `json:"function"`
	place
}
