package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDeclarations(t *testing.T) {
	for _, row := range []struct{ name, source, want, problem string }{
		{"a test", "func TestA(t *testing.T) {}", "TestA:test:2", ""},
		{"nothing behind the prefix", "func Test(t *testing.T) {}", "Test:test:2", ""},
		{"any import name", "func TestA(t *x.T) {}", "TestA:test:2", ""},
		{"dot import", "func TestA(t *T) {}", "TestA:test:2", ""},
		{"no parameter name", "func TestA(*testing.T) {}", "TestA:test:2", ""},
		{"underscore, digit and other scripts", "func Test_a(t *testing.T) {}\nfunc Test1(t *testing.T) {}\nfunc TestÄ(t *testing.T) {}\nfunc Test日(t *testing.T) {}", "Test_a:test:2 Test1:test:3 TestÄ:test:4 Test日:test:5", ""},
		{"a lower-case letter follows", "func Testament(t *testing.T) {}\nfunc Testä(t *testing.T) {}\nfunc Fuzzy(f *testing.F) {}", "", ""},
		{"a method", "func (s *Suite) TestA(t *testing.T) {}", "", ""},
		{"a generic function", "func TestA[P any](t *testing.T) {}", "", "cannot have type parameters"},
		{"no parameter", "func TestA() {}", "", "must be: func TestA(t *testing.T)"},
		{"two parameters", "func TestA(a, b *testing.T) {}", "", "must be: func TestA(t *testing.T)"},
		{"another parameter", "func TestA(b *testing.B) {}", "", "must be: func TestA(t *testing.T)"},
		{"not a pointer", "func TestA(t testing.T) {}", "", "must be: func TestA(t *testing.T)"},
		{"a result", "func TestA(t *testing.T) error { return nil }", "", "must be: func TestA(t *testing.T)"},
		{"a fuzz target", "func FuzzA(f *testing.F) {}", "FuzzA:fuzz:2", ""},
		{"a fuzz target that takes T", "func FuzzA(t *testing.T) {}", "", "must be: func FuzzA(f *testing.F)"},
		{"a benchmark", "func BenchmarkA(b *testing.B) {}", "", ""},
		{"an example with output", "func ExampleA() {\n\tprintln()\n\t// Output: a\n}", "ExampleA:example:2", ""},
		{"unordered output", "func ExampleA_b() {\n\t// Unordered output:\n\t// a\n}", "ExampleA_b:example:2", ""},
		{"empty output", "func Example() {\n\t// Output:\n}", "Example:example:2", ""},
		{"an example without output", "func ExampleA() {\n\tprintln()\n}", "", ""},
		{"output that is not the last comment", "func ExampleA() {\n\t// Output: a\n\t// and\n\n\t// more\n}", "", ""},
		{"an example with a parameter", "func ExampleA(x int) {\n\t// Output:\n}", "", ""},
		{"a lower-case example", "func Examplea() {\n\t// Output:\n}", "", ""},
		{"line comments of a generator", "//line other.go:100\nfunc TestA(t *testing.T) {}", "TestA:test:3", ""},
		{"a broken file keeps its whole part", "func TestA(t *testing.T) {}\nfunc TestB(", "TestA:test:2", "a_test.go:3:"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := inspectSources(t, selection{}, "package a\n"+row.source)
			var tests []string
			for _, one := range got.Tests {
				tests = append(tests, one.Name+":"+string(one.Kind)+":"+string(rune('0'+one.Line)))
			}
			// What the parser makes of the end of a broken file differs between Go versions.
			if list := strings.Join(tests, " "); list != row.want && !strings.HasPrefix(list, row.want+" TestB") {
				t.Errorf("%s, want %s", list, row.want)
			}
			if problems := strings.Join(got.Problems, "; "); (problems == "") != (row.problem == "") || !strings.Contains(problems, row.problem) {
				t.Errorf("problems: %s", problems)
			}
			if got.Declared != len(got.Tests) {
				t.Errorf("declared %d", got.Declared)
			}
		})
	}
}

func TestTestMain(t *testing.T) {
	for _, row := range []struct {
		source         string
		testMain       bool
		tests, problem int
	}{
		{"func TestMain(m *testing.M) {}", true, 0, 0},
		{"func TestMain(t *testing.T) {}", true, 1, 0},
		{"func TestMain() {}", true, 0, 1},
		{"func (s S) TestMain(m *testing.M) {}", false, 0, 0},
		{"func TestMainly(t *testing.T) {}", false, 1, 0},
		{"func TestMain2(t *testing.T) {}", false, 1, 0},
		{"var TestMain = 1", true, 0, 0},
		{"type a int\ntype TestMain int", true, 0, 0},
		{"const a, TestMain = 1, 2", true, 0, 0},
		{"import TestMain \"os\"", true, 0, 0},
	} {
		got := inspectSources(t, selection{}, "package a\n", "package a_test\n"+row.source)
		if got.TestMain != row.testMain || len(got.Tests) != row.tests || len(got.Problems) != row.problem {
			t.Errorf("%s: %+v", row.source, got)
		}
	}
}

func inspectSources(t *testing.T, chosen selection, sources ...string) declarations {
	t.Helper()
	files := packageFiles{Package: "p"}
	for number, source := range sources {
		path := filepath.Join(t.TempDir(), "overlaid-"+string(rune('a'+number))+"_test.go")
		if err := os.WriteFile(path, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		files.Files = append(files.Files, testFile{Name: "/src/" + string(rune('a'+number)) + "_test.go", Content: path})
	}
	return inspect(files, chosen)
}

func TestFilesAreNamedAsAskedAndTwinsAreKept(t *testing.T) {
	got := inspectSources(t, selection{}, "package a\nfunc TestA(t *testing.T) {}", "package a_test\n\nfunc TestA(t *testing.T) {}")
	want := []declaration{{"TestA", test, "/src/a_test.go", 2}, {"TestA", test, "/src/b_test.go", 3}}
	if len(got.Tests) != 2 || got.Tests[0] != want[0] || got.Tests[1] != want[1] || got.Declared != 2 {
		t.Errorf("%+v", got)
	}
}

func TestAnswer(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a_test.go")
	if err := os.WriteFile(file, []byte("package a\nfunc TestA(t *testing.T) {}\nfunc FuzzB(f *testing.F) {}\nfunc ExampleC() {\n// Output:\n}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var asked request
	for _, name := range []string{"p", "q", "r", "s"} {
		asked.Packages = append(asked.Packages, packageFiles{Package: name, Files: []testFile{{"/abs/" + name, file}, {"/abs/missing", file + ".missing"}}})
	}
	asked.Run, asked.Skip = "B|C", "C"
	text, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	var output, problems bytes.Buffer
	if code := answer(bytes.NewReader(text), &output, &problems); code != 0 || problems.Len() != 0 {
		t.Fatal(code, problems.String())
	}
	var got response
	if err := json.Unmarshal(output.Bytes(), &got); err != nil || len(got.Packages) != 4 {
		t.Fatal(err, output.String())
	}
	for i, name := range []string{"p", "q", "r", "s"} {
		one := got.Packages[i]
		if one.Package != name || one.Declared != 3 || len(one.Tests) != 1 || one.Tests[0] != (declaration{"FuzzB", fuzz, "/abs/" + name, 3}) {
			t.Errorf("%+v", one)
		}
		if len(one.Problems) != 1 || !strings.HasPrefix(one.Problems[0], "/abs/missing: ") {
			t.Errorf("%+v", one.Problems)
		}
	}
}

func TestAnswerKeepsEmptyListsLists(t *testing.T) {
	var output bytes.Buffer
	answer(strings.NewReader(`{"packages":[{"package":"p"}]}`), &output, &output)
	if got := output.String(); got != `{"packages":[{"package":"p","testMain":false,"quiet":false,"declared":0,"tests":[],"problems":[],"around":null}]}`+"\n" {
		t.Error(got)
	}
}

func TestAnswerRefuses(t *testing.T) {
	for _, row := range []struct{ request, want string }{
		{`{"run":"a(","packages":[]}`, `{"error":"invalid -run: `},
		{`{"skip":"a/[","packages":[]}`, `{"error":"invalid -skip: `},
		{`{"skip":"a|*","packages":[]}`, `{"error":"invalid -skip: `},
		{`nonsense`, `{"error":"the request is not JSON: `},
	} {
		var output bytes.Buffer
		if code := answer(strings.NewReader(row.request), &output, &output); code != 2 || !strings.HasPrefix(output.String(), row.want) {
			t.Errorf("%s: %d %s", row.request, code, output.String())
		}
	}
}

func TestNamesOfOtherFiles(t *testing.T) {
	folder := t.TempDir()
	for _, row := range []struct {
		source string
		want   bool
	}{
		{"package p\n\nfunc TestMain() {}\n", true},
		{"package p\n\n// TestMain is only mentioned.\nfunc f() {}\n", false},
		{"package p\n\nfunc (t T) TestMain() {}\n", false},
	} {
		file := filepath.Join(folder, "p.go")
		if err := os.WriteFile(file, []byte(row.source), 0o644); err != nil {
			t.Fatal(err)
		}
		got := inspect(packageFiles{Package: "p", Sources: []testFile{{file, file}}}, selection{})
		if got.TestMain != row.want {
			t.Errorf("%q: %v", row.source, got.TestMain)
		}
	}
}

func TestQuietPackages(t *testing.T) {
	for _, row := range []struct {
		source string
		want   bool
	}{
		{"func TestA(t *testing.T) { before := runtime.NumGoroutine() }", true},
		{"func TestMain(m *testing.M) { flag.Set(\"test.timeout\", \"0\") }", true},
		{"func TestA(t *testing.T) {}", false},
	} {
		if got := inspectSources(t, selection{}, "package p\n"+row.source).Quiet; got != row.want {
			t.Errorf("%s: %v", row.source, got)
		}
	}
}
