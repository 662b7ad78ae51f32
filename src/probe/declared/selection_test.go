package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The names of the tests in the package that is really run below.
var candidates = []string{"TestA", "TestAB", "TestB", "Test_x", "TestA_x_y", "Example", "ExampleA"}

// patterns is the table; what each selects is asked from package testing itself.
var patterns = []struct{ run, skip string }{
	{"", ""},
	{"A", ""},
	{"^TestA$", ""},
	{"TestA/sub", ""},
	{"TestA/", ""},
	{"/sub", ""},
	{"TestB|TestA/sub", ""},
	{"(TestB|Test_x)", ""},
	{"Test(A|B)$", ""},
	{"Test[A/B]$", ""},
	{"Test[A|B]$", ""},
	{"[]A]B", ""},
	{"A]", ""},
	{"nothing", ""},
	{"nothing|", ""},
	{"|", ""},
	{"A x y", ""},
	{"A\tx", ""},
	{`A\_x`, ""},
	{`\/|TestB`, ""},
	{`A\|B`, ""},
	{"(?i)testb", ""},
	{"", "A"},
	{"", "TestA/sub"},
	{"", "TestA/"},
	{"", "TestA|TestA/sub"},
	{"", "TestA/sub|TestA"},
	{"", "/"},
	{"", "|"},
	{"", "^TestA$|B"},
	{"A", "B"},
	{"A/sub", "A/sub"},
	{"^TestA$/x", "^TestA$"},
	{"", "A x"},
	{"Example", ""},
	{"A/sub|Example/sub", ""},
	{"A", "Example"},
}

func kindOf(name string) kind {
	if strings.HasPrefix(name, "Example") {
		return example
	}
	return test
}

func TestSelectionAgreesWithPackageTesting(t *testing.T) {
	agree(t, buildCandidates(t), goMinor(t))
}

// goMinor is 21 for Go 1.21, and 0 for a version that no release has.
func goMinor(t *testing.T) int {
	t.Helper()
	version, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		t.Fatal(err)
	}
	minor := 0
	_, _ = fmt.Sscanf(string(version), "go1.%d", &minor)
	return minor
}

// Up to Go 1.21 examples have rules of their own.
func TestSelectionAgreesWithOlderPackageTesting(t *testing.T) {
	t.Setenv("GOTOOLCHAIN", "go1.21.13")
	if output, err := exec.Command("go", "version").CombinedOutput(); err != nil {
		t.Skipf("Go 1.21.13 is not to be had: %s", output)
	}
	agree(t, buildCandidates(t), 21)
}

func agree(t *testing.T, binary string, goMinor int) {
	t.Helper()
	for _, row := range patterns {
		t.Run(fmt.Sprintf("run %q skip %q", row.run, row.skip), func(t *testing.T) {
			chosen, err := newSelection(row.run, row.skip, goMinor)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, name := range candidates {
				if chosen.includes(name, kindOf(name)) {
					want = append(want, name)
				}
			}
			output, err := exec.Command(binary, "-test.v", "-test.run="+row.run, "-test.skip="+row.skip).Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, output)
			}
			var ran []string
			for _, line := range strings.Split(string(output), "\n") {
				if name, ok := strings.CutPrefix(line, "=== RUN   "); ok && !strings.Contains(name, "/") {
					ran = append(ran, name)
				}
			}
			if strings.Join(ran, " ") != strings.Join(want, " ") {
				t.Errorf("package testing ran %v, the selection has %v", ran, want)
			}
		})
	}
}

func TestInvalidPatternsAreInvalidForPackageTesting(t *testing.T) {
	binary := buildCandidates(t)
	for _, pattern := range []string{"(", ")", "a/(", "a|*", "[", "a)/b", "a/b/[z-a]"} {
		_, err := newSelection(pattern, "", 0)
		output, ran := exec.Command(binary, "-test.run="+pattern).CombinedOutput()
		if (err == nil) != (ran == nil) {
			t.Errorf("%q: %v, package testing: %s", pattern, err, bytes.TrimSpace(output))
		}
	}
}

func buildCandidates(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	source := "package a\n\nimport (\n\t\"fmt\"\n\t\"testing\"\n)\n\ntype A int\n"
	for _, name := range candidates {
		if kindOf(name) == example {
			source += fmt.Sprintf("\nfunc %s() {\n\tfmt.Println(1)\n\t// Output: 1\n}\n", name)
			continue
		}
		source += fmt.Sprintf("\nfunc %s(t *testing.T) { t.Run(\"sub\", func(*testing.T) {}) }\n", name)
	}
	for name, text := range map[string]string{"go.mod": "module a\n\ngo 1.21\n", "a_test.go": source} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	binary := filepath.Join(folder, "a.test.exe")
	build := exec.Command("go", "test", "-c", "-o", binary)
	build.Dir = folder
	build.Env = append(os.Environ(), "GOWORK=off")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return binary
}
