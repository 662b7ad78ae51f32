package agent

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The names that the agent needs from the standard library, taken by somebody's tests.
const greedyTests = `package a_test

import t "testing"

var os, time, debug, metrics, strconv, strings, syscall, atomic int

func TestGreedy(*t.T) {}
`

const ordinaryTests = `package a

import (
	"os"
	"testing"
)

func TestEnvironment(t *testing.T) {
	if os.Getenv("CRASH_GUARD_AGENT") != "" {
		t.Fatal("seen")
	}
}
`

// sources are the agent's own files, by name.
func sources(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = string(text)
	}
	return found
}

// module writes a module in language version 1.13 and returns its folder.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module example.com/m\n\ngo 1.13\n"
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// check vets a module and runs its tests with an order for the agent; it returns the folder the agent wrote to.
func check(t *testing.T, dir string) string {
	t.Helper()
	out := t.TempDir()
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		command := exec.Command("go", args...)
		command.Dir = dir
		command.Env = append(os.Environ(), crashGuardVariable+"=0:sample:"+out, "GOFLAGS=-mod=mod", "GOWORK=off")
		if text, err := command.CombinedOutput(); err != nil {
			t.Fatalf("go %v: %v\n%s", args, err, text)
		}
	}
	return out
}

func TestAsAPackageOfTheTestedModule(t *testing.T) {
	files := map[string]string{
		"a/a.go":                        "package a\n",
		"a/a_test.go":                   ordinaryTests,
		"a/zz_crash_guard_main_test.go": "package a\n\nimport (\n\tagent \"example.com/m/agent\"\n\t\"os\"\n\t\"testing\"\n)\n\nfunc TestMain(m *testing.M) { os.Exit(agent.CrashGuardEnd(m.Run())) }\n",
	}
	for name, text := range sources(t) {
		files["agent/"+name] = text
	}
	out := check(t, module(t, files))
	if got := len(rows(t, filepath.Join(out, "timeline.csv"))); got < 2 {
		t.Fatalf("%d samples", got)
	}
}

func TestAsFilesOfAnExternalTestPackage(t *testing.T) {
	files := map[string]string{
		"a/a.go":             "package a\n",
		"a/a_test.go":        ordinaryTests,
		"a/a_greedy_test.go": greedyTests,
	}
	for name, text := range sources(t) {
		changed := strings.Replace(text, "\npackage agent\n", "\npackage a_test\n", 1)
		if strings.HasPrefix(text, "package agent\n") {
			changed = "package a_test\n" + strings.TrimPrefix(text, "package agent\n")
		}
		files["a/zz_crash_guard_"+strings.TrimSuffix(name, ".go")+"_test.go"] = changed
	}
	out := check(t, module(t, files))
	if got := len(rows(t, filepath.Join(out, "timeline.csv"))); got < 1 {
		t.Fatalf("%d samples", got)
	}
}

func TestEveryTopLevelNameCarriesThePrefix(t *testing.T) {
	for name, text := range sources(t) {
		for _, line := range strings.Split(text, "\n") {
			for _, keyword := range []string{"func ", "var ", "const ", "type ", "import "} {
				rest := strings.TrimPrefix(line, keyword)
				if rest == line || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "init()") {
					continue
				}
				if !strings.HasPrefix(strings.ToLower(rest), "crashguard") {
					t.Errorf("%s: %s", name, line)
				}
			}
		}
	}
}
