package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// mains are TestMain functions, each with its imports, and what becomes of the lines that change; nothing where they are let be.
var mains = []struct{ name, imports, source, want string }{
	{
		"leaves with the result", `"os"`,
		"func TestMain(m *testing.M) {\n\tos.Exit(m.Run())\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tos.Exit(crashGuardAfter(crashGuardRun(m)))\n}",
	},
	{
		"in one line", `"os"`,
		"func TestMain(m *testing.M) { os.Exit(m.Run()) }",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0); os.Exit(crashGuardAfter(crashGuardRun(m))) }",
	},
	{
		"returns", "",
		"func TestMain(tests *testing.M) {\n\ttests.Run()\n}",
		"func TestMain(tests *testing.M) { defer crashGuardAfter(0);\n\tcrashGuardRun(tests)\n}",
	},
	{
		"takes down what it has set up", `system "os"`,
		"func TestMain(m *testing.M) {\n\tup()\n\tcode := m.Run()\n\tdown()\n\tsystem.Exit(code)\n}\n\nfunc up() {}\nfunc down() {}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tup()\n\tcode := crashGuardRun(m)\n\tdown()\n\tsystem.Exit(crashGuardAfter(code))\n}\n\nfunc up() {}\nfunc down() {}",
	},
	{
		"hands M to a function of the file", `"os"`,
		"func TestMain(m *testing.M) { os.Exit(run(m)) }\n\nfunc run(tests *testing.M) int {\n\tdefer func() {}()\n\treturn tests.Run()\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0); os.Exit(crashGuardAfter(run(m))) }\n\nfunc run(tests *testing.M) int {\n\tdefer func() {}()\n\treturn crashGuardRun(tests)\n}",
	},
	{
		"calls a function literal", `"os"`,
		"func TestMain(m *testing.M) {\n\tos.Exit(func() int { defer println(); return m.Run() }())\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tos.Exit(crashGuardAfter(func() int { defer println(); return crashGuardRun(m) }()))\n}",
	},
	{
		"leaves at one of two places", `"os"`,
		"func TestMain(m *testing.M) {\n\tif len(os.Args) == 0 {\n\t\tos.Exit(m.Run())\n\t}\n\tos.Exit(m.Run())\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tif len(os.Args) == 0 {\n\t\tos.Exit(crashGuardAfter(crashGuardRun(m)))\n\t}\n\tos.Exit(crashGuardAfter(crashGuardRun(m)))\n}",
	},
	{
		"leaves before the tests", `"os"`,
		"func TestMain(m *testing.M) {\n\tif len(os.Args) == 0 {\n\t\tos.Exit(2)\n\t}\n\tm.Run()\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tif len(os.Args) == 0 {\n\t\tos.Exit(crashGuardAfter(2))\n\t}\n\tcrashGuardRun(m)\n}",
	},
	{
		"leaves in a deferred call", `"os"`,
		"func TestMain(m *testing.M) {\n\tcode := m.Run()\n\tdefer os.Exit(code)\n\tdefer func() { println() }()\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tcode := crashGuardRun(m)\n\tdefer os.Exit(code)\n\tdefer func() { println() }()\n}",
	},
	{
		"leaves in a deferred function", `"os"`,
		"func TestMain(m *testing.M) {\n\tcode := m.Run()\n\tdefer func() { os.Exit(code) }()\n}",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tcode := crashGuardRun(m)\n\tdefer func() { os.Exit(crashGuardAfter(code)) }()\n}",
	},
	{
		"another M in an inner scope", "",
		"func TestMain(m *testing.M) {\n\tm.Run()\n\t{\n\t\tm := other{}\n\t\tm.Run()\n\t}\n}\n\ntype other struct{}\n\nfunc (other) Run() string { return \"\" }",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tcrashGuardRun(m)\n\t{\n\t\tm := other{}\n\t\tm.Run()\n\t}\n}\n\ntype other struct{}\n\nfunc (other) Run() string { return \"\" }",
	},
	{
		"another os in an inner scope", `"os"`,
		"func TestMain(m *testing.M) {\n\tcode := m.Run()\n\tvar leave = os.Exit\n\tos := exits{leave}\n\tos.Exit(code)\n}\n\ntype exits struct{ Exit func(int) }",
		"func TestMain(m *testing.M) { defer crashGuardAfter(0);\n\tcode := crashGuardRun(m)\n\tvar leave = os.Exit\n\tos := exits{leave}\n\tos.Exit(code)\n}\n\ntype exits struct{ Exit func(int) }",
	},
	{"runs the tests twice", "", "func TestMain(m *testing.M) {\n\tm.Run()\n\tm.Run()\n}", ""},
	{"runs the tests in a loop", "", "func TestMain(m *testing.M) {\n\tfor i := 0; i < 2; i++ {\n\t\tm.Run()\n\t}\n}", ""},
	{"hands M on in a loop", "", "func TestMain(m *testing.M) {\n\tfor i := 0; i < 2; i++ {\n\t\trun(m)\n\t}\n}\n\nfunc run(m *testing.M) { m.Run() }", ""},
	{"hands M on twice", "", "func TestMain(m *testing.M) {\n\trun(m)\n\trun(m)\n}\n\nfunc run(m *testing.M) { m.Run() }", ""},
	{"runs the tests in another goroutine", `"os"`, "func TestMain(m *testing.M) {\n\tgo func() { os.Exit(m.Run()) }()\n\tselect {}\n}", ""},
	{"hands M to somebody else", "", "func TestMain(m *testing.M) { somebody{}.verify(m) }\n\ntype somebody struct{}\n\nfunc (somebody) verify(interface{ Run() int }) {}", ""},
	{"hands the method on", `"os"`, "func TestMain(m *testing.M) { os.Exit(call(m.Run)) }\n\nfunc call(f func() int) int { return f() }", ""},
	{"a comment in the call", "", "func TestMain(m *testing.M) {\n\tm./* the tests */Run()\n}", ""},
	{"an ordinary test of that name", "", "func TestMain(t *testing.T) {}", ""},
	{"never runs the tests", "", "func TestMain(m *testing.M) {}", ""},
}

func TestWhatRunsAroundTheTests(t *testing.T) {
	for _, row := range mains {
		t.Run(row.name, func(t *testing.T) {
			head := "package a\n\nimport (\n\t\"testing\"\n" + row.imports + "\n)\n\n"
			found := findAround("a_test.go", []byte(head+row.source+"\n"))
			if row.want == "" {
				if found != nil {
					t.Fatalf("changed: %+v", found)
				}
				return
			}
			if found == nil {
				t.Fatal("let be")
			}
			if changed := applied(head+row.source+"\n", found.Edits); changed != head+row.want+"\n" {
				t.Errorf("%s", changed)
			}
		})
	}
}

// The changed files are built and run by the real go command.
func TestWhatRunsAroundTheTestsCompiles(t *testing.T) {
	folder := t.TempDir()
	files := map[string]string{"go.mod": "module example.com/m\n\ngo 1.13\n"}
	const helper = "package a\n\nimport \"testing\"\n\nfunc crashGuardRun(m *testing.M) int { return m.Run() }\n\nfunc crashGuardAfter(code int) int { return code }\n"
	for i, row := range mains {
		if row.want == "" {
			continue
		}
		source := "package a\n\nimport (\n\t\"testing\"\n" + row.imports + "\n)\n\n" + row.source + "\n\nfunc TestA(*testing.T) {}\n"
		found := findAround("a_test.go", []byte(source))
		if found == nil {
			t.Fatal(row.name)
		}
		files[fmt.Sprintf("p%d/a_test.go", i)] = applied(source, found.Edits)
		files[fmt.Sprintf("p%d/b_test.go", i)] = helper
	}
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("go", "test", "./...")
	command.Dir = folder
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if text, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

func applied(source string, edits []edit) string {
	var changed strings.Builder
	at := 0
	for _, one := range edits {
		changed.WriteString(source[at:one.At])
		changed.WriteString(one.Text)
		at = one.At + one.Removed
	}
	changed.WriteString(source[at:])
	return changed.String()
}
