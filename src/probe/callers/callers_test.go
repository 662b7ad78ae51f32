package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"path/filepath"
	"strings"
	"testing"
)

// shop is the module in testdata.
func shop(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join("testdata", "shop"))
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// ask answers as the program does.
func ask(t *testing.T, wanted request) response {
	t.Helper()
	if wanted.Patterns == nil {
		wanted.Patterns = []string{"./..."}
	}
	text, err := json.Marshal(wanted)
	if err != nil {
		t.Fatal(err)
	}
	var output, problems bytes.Buffer
	if code := answer(bytes.NewReader(text), &output, &problems); code != 0 {
		t.Fatalf("exit code %d: %s", code, problems.String())
	}
	var found response
	if err := json.Unmarshal(output.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	return found
}

// lines tells each path in one line: `test TestAdd:7 > (*Cart).Add:24 > (*Cart).grow:29`. A call that is not certain is followed
// by ~, another way than a plain call stands behind the line.
func (r response) lines() string {
	var lines []string
	for _, one := range r.Paths {
		var steps []string
		for _, step := range one.Steps {
			_, name, _ := strings.Cut(afterSlash(step.Function), ".")
			text := fmt.Sprintf("%s:%d", name, step.Line)
			if step.How != "" && step.How != called {
				text += " " + string(step.How)
			}
			if step.Through != "" {
				text += " " + step.Through
			}
			if step.Dynamic {
				text += "~"
			}
			steps = append(steps, text)
		}
		line := string(one.Root) + " " + strings.Join(steps, " > ")
		if one.AlsoCount > 0 {
			line += fmt.Sprintf(" and %d more", one.AlsoCount)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestWaysIn(t *testing.T) {
	for function, want := range map[string]string{
		"example.com/shop/store.(*Cart).grow": `test TestAdd:7 > (*Cart).Add:24 > (*Cart).grow:29 and 1 more
test TestOuter:9 > Watch:47 go > (*Cart).refill:50 > (*Cart).grow:29
test FuzzAdd:29 value testing.(*F).Fuzz~ > FuzzAdd.func1:30 > helper:26 > (*Cart).grow:29
test TestFill:17 value testing.(*T).Run~ > TestFill.func1:18 > Fill:41~ > (*Cart).Add:24 > (*Cart).grow:29
main main:5 > run:9 > (*Cart).Add:24 > (*Cart).grow:29
goroutine Watch:47 go > (*Cart).refill:50 > (*Cart).grow:29
exported (*Cart).Add:24 > (*Cart).grow:29
exported Watch:47 go > (*Cart).refill:50 > (*Cart).grow:29
exported Fill:41~ > (*Cart).Add:24 > (*Cart).grow:29`,
		// Handed to a library: a literal, a function, a bound method, and a method of an interface.
		"example.com/shop/store.(*Cart).compare": "exported Sorted:54 value sort.Slice~ > Sorted.func1:55 > (*Cart).compare:60",
		"example.com/shop/store.serve":           "exported Handler:65 value net/http.(*ServeMux).HandleFunc~ > serve:69",
		"example.com/shop/store.(*Cart).load":    "exported (*Cart).Lazy:87 value sync.(*Once).Do~ > (*Cart).load:91",
		"example.com/shop/store.weigh":           "exported ByCount:83 value sort.Sort~ > byCount.Less:78 > weigh:80",
		// Called through a variable; returned to whoever it may be.
		"example.com/shop/store.entry":          "exported Run:117~ > entry:114",
		"example.com/shop/store.(*Cart).unload": "exported (*Cart).Lazy:88 value~ > (*Cart).Lazy.func1:88 > (*Cart).unload:92",
		// Initialisation, and nothing at all.
		"example.com/shop/store.setUp":    "init init.0:104 > setUp:102\ninit init:98 > start:100 > setUp:102",
		"example.com/shop/store.tearDown": "init init.1:107 defer > init.1.func1:107 > tearDown:110",
		"example.com/shop/store.deader":   "uncalled dead:94 > deader:96",
		// Generic functions.
		"example.com/shop/list.(*List[...]).check": `test TestMap:7 > (*List[...]).Push:8 > (*List[...]).check:10
exported (*List[...]).Push:8 > (*List[...]).check:10
exported Map[...]:15 > each[...]:21~ > Map[...].func1:15 > (*List[...]).Push:8 > (*List[...]).check:10`,
		"example.com/shop/cmd/shop.run": "main main:5 > run:7",
		// cmd/plain runs the hooks too, but there is no such hook in it.
		"example.com/shop/risky.burst": `main main:10 > finish:13 > Run:12~ > explode:9 > burst:11
exported Run:12~ > explode:9 > burst:11`,
	} {
		t.Run(function, func(t *testing.T) {
			found := ask(t, request{Directory: shop(t), Function: function})
			if got := found.lines(); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if len(found.Problems) > 0 || found.Omitted != 0 || found.Approximate {
				t.Errorf("%+v", found)
			}
		})
	}
}

func TestNamesOfTheTarget(t *testing.T) {
	const grow, lazy = "example.com/shop/store.(*Cart).grow", "example.com/shop/store.(*Cart).Lazy"
	for _, row := range []struct {
		function    string
		want        string
		approximate bool
	}{
		{grow, grow, false},
		{grow + "(0xc000012345, {0x1, 0x2}, 0x3?, ...)", grow, false},
		{grow + "(...)", grow, false},
		{"store.(*Cart).grow", grow, false},
		{"store.Cart.grow", grow, false},
		{"(*Cart).grow", grow, false},
		{"grow", grow, false},
		{"example.com/shop/list.(*List[go.shape.int]).check", "example.com/shop/list.(*List[...]).check", false},
		{"example.com/shop/list.Map[map[string]int,...].func1", "example.com/shop/list.Map[...].func1", false},
		{lazy + ".func1", lazy + ".func1", false},
		{lazy + ".func7", lazy, true},
		{lazy + ".func1.2.3", lazy + ".func1", true},
		{lazy + ".gowrap1", lazy, true},
		{lazy + ".deferwrap2", lazy, true},
		{lazy + ".callee.(*T).M.func1.2", lazy, true},
		{"example.com/elsewhere.f.func1", "", false},
		{"example.com/shop/store.(*Cart).load-fm", "example.com/shop/store.(*Cart).load", false},
		{"main.run", "example.com/shop/cmd/shop.run", false},
		{"example.com/shop/store.init.1", "example.com/shop/store.init.1", false},
		{"example.com/shop/store.Grow", "", false},
		{"", "", false},
	} {
		found := ask(t, request{Directory: shop(t), Function: row.function})
		got := ""
		if len(found.Targets) == 1 {
			got = found.Targets[0].Function
		}
		if got != row.want || found.Approximate != row.approximate {
			t.Errorf("%q: %+v", row.function, found.Targets)
		}
	}
	if found := ask(t, request{Directory: shop(t), Function: "example.com/shop/store.Grow"}); len(found.Candidates) != 1 || found.Candidates[0] != grow {
		t.Errorf("%v", found.Candidates)
	}
	if found := ask(t, request{Directory: shop(t), Function: "Cart.Add"}); len(found.Targets) != 1 {
		t.Errorf("an interface's method counts: %v", found.Targets)
	}
}

func TestLines(t *testing.T) {
	for _, row := range []struct {
		file string
		line int
		want string
	}{
		{"store/store.go", 31, "example.com/shop/store.(*Cart).grow"},
		{"store.go", 29, "example.com/shop/store.(*Cart).grow"},
		{filepath.Join(shop(t), "store", "store.go"), 55, "example.com/shop/store.Sorted.func1"},
		{"./store/../store/store.go", 53, "example.com/shop/store.Sorted"},
		{"store/store.go", 107, "example.com/shop/store.init.1.func1"},
		{"store/store_test.go", 18, "example.com/shop/store.TestFill.func1"},
		{"list/list.go", 15, "example.com/shop/list.Map[...].func1"},
		{"store/store.go", 1, ""},
		{"store/store.go", 1_000_000, ""},
		{"tore.go", 31, ""},
		{"nothing.go", 3, ""},
	} {
		found := ask(t, request{Directory: shop(t), File: row.file, Line: row.line})
		got := ""
		if len(found.Targets) == 1 {
			got = found.Targets[0].Function
		}
		if got != row.want {
			t.Errorf("%s:%d: %+v", row.file, row.line, found.Targets)
		}
	}
}

func TestALiteralThatIsNotThereIsFoundByItsLine(t *testing.T) {
	found := ask(t, request{Directory: shop(t), Function: "example.com/shop/store.TestFill.Fill.func1", File: "store/store_test.go", Line: 18})
	if len(found.Targets) != 1 || found.Targets[0].Function != "example.com/shop/store.TestFill.func1" || found.Approximate {
		t.Errorf("%+v", found)
	}
}

func TestBounds(t *testing.T) {
	grow := request{Directory: shop(t), Function: "store.(*Cart).grow", MaxPaths: 3, MaxDepth: 30}
	found := ask(t, grow)
	if got, want := found.lines(), "test TestAdd:7 > (*Cart).Add:24 > (*Cart).grow:29 and 1 more\nmain main:5 > run:9 > (*Cart).Add:24 > (*Cart).grow:29\ngoroutine Watch:47 go > (*Cart).refill:50 > (*Cart).grow:29"; got != want {
		t.Errorf("got\n%s", got)
	}
	if found.Omitted != 6 {
		t.Errorf("%d omitted", found.Omitted)
	}
	grow.MaxPaths, grow.MaxDepth = 20, 2
	if got, want := ask(t, grow).lines(), "exported (*Cart).Add:24 > (*Cart).grow:29"; got != want {
		t.Errorf("got\n%s", got)
	}
	if got := (request{MaxPaths: 1_000_000, MaxDepth: -1}).bounded(); got.MaxPaths != mostPaths || got.MaxDepth != mostDepth {
		t.Errorf("%+v", got)
	}
}

func TestSourcesSayTheSame(t *testing.T) {
	wanted := request{Directory: shop(t), Function: "store.(*Cart).grow"}
	fromCompiler := ask(t, wanted)
	wanted.Sources = true
	if fromSources := ask(t, wanted); fromSources.lines() != fromCompiler.lines() || len(fromSources.Paths) == 0 {
		t.Errorf("from the compiler\n%s\nfrom sources\n%s", fromCompiler.lines(), fromSources.lines())
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	module := func(files map[string]string) string {
		folder := t.TempDir()
		files["go.mod"] = "module example.com/m\n\ngo 1.21\n"
		for name, text := range files {
			file := filepath.Join(folder, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return folder
	}
	for _, row := range []struct {
		name    string
		files   map[string]string
		problem string
		want    string
	}{
		{"one package with an error", map[string]string{"a/a.go": "package a\n\nfunc f() {}\n\nfunc G() { f() }\n", "b/b.go": "package b\n\nvar x int = \"\"\n"}, "example.com/m/b is left out: b/b.go:3:13: cannot use", "exported G:5 > f:3"},
		{"what imports it", map[string]string{"a/a.go": "package a\n\nfunc f() {}\n\nfunc G() { f() }\n", "b/b.go": "package b\n\nvar X int = \"\"\n", "c/c.go": "package c\n\nimport \"example.com/m/b\"\n\nvar Y = b.X\n"}, "example.com/m/c is left out: ", "exported G:5 > f:3"},
		{"packages that import each other", map[string]string{"a/a.go": "package a\n\nimport _ \"example.com/m/b\"\n", "b/b.go": "package b\n\nimport _ \"example.com/m/a\"\n", "c/c.go": "package c\n\nfunc f() {}\n\nfunc G() { f() }\n"}, "import cycle", "exported G:5 > f:3"},
		{"a file that is none", map[string]string{"a/a.go": "nonsense", "c/c.go": "package c\n\nfunc f() {}\n\nfunc G() { f() }\n"}, "expected 'package'", "exported G:5 > f:3"},
		{"no packages", map[string]string{}, "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			found := ask(t, request{Directory: module(row.files), Function: "f"})
			if problems := strings.Join(found.Problems, "\n"); !strings.Contains(problems, row.problem) || problems == "" != (row.problem == "") {
				t.Errorf("problems: %s", problems)
			}
			if got := found.lines(); got != row.want {
				t.Errorf("got\n%s", got)
			}
		})
	}
	var output, problems bytes.Buffer
	hurried := fmt.Sprintf(`{"directory":%q,"patterns":["./..."],"timeoutMs":1}`, shop(t))
	for input, want := range map[string]int{"nonsense": 2, "": 2, `{"directory":"/nowhere","patterns":["./..."]}`: 1, hurried: 1} {
		if code := answer(strings.NewReader(input), &output, &problems); code != want || output.Len() > 0 || problems.Len() == 0 {
			t.Errorf("%q: exit code %d, %s", input, code, problems.String())
		}
	}
}

func afterSlash(name string) string {
	plain, _, _ := strings.Cut(name, "[")
	return name[strings.LastIndexByte(plain, '/')+1:]
}
