package main

import (
	"fmt"
	"strings"
	"testing"
)

// rows are packages of one file each, p.go; what they have to import stands before the source.
var rows = []struct{ name, imports, source, want string }{
	{"nothing", "", "var limit = 3\nfunc init() { limit++ }", ""},
	{"constants of the library are no findings", "time", "var wait = 3 * time.Second", ""},

	// Goroutines.
	{"a goroutine", "", "func init() { go work() }\nfunc work() {}", "goroutine p.go:5 go work(): init"},
	{"what a goroutine does is its own business", "os", "func init() { go func() { os.Exit(1) }() }", "goroutine p.go:5 go func() { os.Exit(1) }(): init"},
	{"arguments of a goroutine are evaluated at once", "os", "func init() { go work(os.Getenv(\"A\")) }\nfunc work(string) {}",
		"goroutine p.go:5 go work(os.Getenv(\"A\")): init\nenvironment p.go:5 os.Getenv(\"A\"): init"},
	{"signals", "os, os/signal", "func init() { signal.Notify(make(chan os.Signal, 1)) }", "goroutine p.go:6 signal.Notify(make(chan os.Signal, 1)): init"},
	{"a long literal", "", "func init() {\n\tgo func() {\n\t\tprintln()\n\t}()\n}", "goroutine p.go:6 go func() { ... }(): init"},

	// The world outside.
	{"a file", "os", "var file, err = os.Open(\"a\")", "file p.go:5 os.Open(\"a\"): var file, err"},
	{"a listener", "net", "var _, _ = net.Listen(\"tcp\", \":0\")", "network p.go:5 net.Listen(\"tcp\", \":0\"): var _, _"},
	{"a method of the library", "net, time", "var dialer = net.Dialer{Timeout: time.Second}\nvar _, _ = dialer.Dial(\"tcp\", \":0\")", "network p.go:7 dialer.Dial(\"tcp\", \":0\"): var _, _"},
	{"a method of a variable of the library", "net/http", "var _, _ = http.DefaultClient.Get(\"http://localhost\")", "network p.go:5 http.DefaultClient.Get(\"http://localhost\"): var _, _"},
	{"a command", "os/exec", "var out, _ = exec.Command(\"git\", \"status\").Output()", "command p.go:5 exec.Command(\"git\", \"status\").Output(): var out, _"},
	{"a command that is not run", "os/exec", "var cmd = exec.Command(\"git\")", ""},
	{"the environment", "os", "var home = os.Getenv(\"HOME\")", "environment p.go:5 os.Getenv(\"HOME\"): var home"},
	{"the arguments", "os", "var program = os.Args[0]", "environment p.go:5 os.Args: var program"},
	{"a renamed import", "env \"os\"", "var home = env.Getenv(\"HOME\")", "environment p.go:5 env.Getenv(\"HOME\"): var home"},
	{"a dot import", ". \"os\"", "var home = Getenv(\"HOME\")", "environment p.go:5 Getenv(\"HOME\"): var home"},
	{"a package of the same name", "", "type fake struct{}\nfunc (fake) Getenv(string) string { return \"\" }\nvar os fake\nvar home = os.Getenv(\"HOME\")", ""},
	{"a function that is not called", "os", "var env = os.Getenv\nvar table = map[string]func(int){\"exit\": os.Exit}", ""},

	// Ends.
	{"an exit", "os", "func init() { os.Exit(3) }", "exit p.go:5 os.Exit(3): init"},
	{"a fatal log", "log", "func init() { log.Fatalln(\"no\") }", "exit p.go:5 log.Fatalln(\"no\"): init"},
	{"a logger of one's own", "log", "func init() { log.Default().Fatal(\"no\") }", "exit p.go:5 log.Default().Fatal(\"no\"): init"},
	{"a panic", "", "func init() { panic(\"no\") }", "panic p.go:5 panic(\"no\"): init"},
	{"panic is a name", "", "func panic(string) {}\nfunc init() { panic(\"no\") }", ""},
	{"perhaps", "os", "var set bool\nfunc init() {\n\tif set {\n\t\tos.Exit(3)\n\t}\n}", "exit? p.go:8 os.Exit(3): init"},
	{"behind a return", "os", "var set bool\nfunc init() {\n\tif set {\n\t\treturn\n\t}\n\tos.Exit(3)\n}", "exit? p.go:10 os.Exit(3): init"},
	{"a condition is evaluated", "os", "func init() {\n\tif os.Getenv(\"A\") != \"\" && os.Getenv(\"B\") != \"\" {\n\t}\n}",
		"environment p.go:6 os.Getenv(\"A\"): init\nenvironment? p.go:6 os.Getenv(\"B\"): init"},

	// Must.
	{"a constant pattern", "regexp", "var word = regexp.MustCompile(`\\w+` + \"x\")", ""},
	{"another pattern", "regexp, os", "var word = regexp.MustCompile(os.Getenv(\"P\"))", "environment p.go:6 os.Getenv(\"P\"): var word\nmust p.go:6 regexp.MustCompile(os.Getenv(\"P\")): var word"},
	{"a constant template", "text/template", "const text = \"x\"\nvar page = template.Must(template.New(\"page\").Parse(text))", ""},
	{"an embedded template", "embed, text/template", "//go:embed *.go\nvar files embed.FS\nvar page = template.Must(template.ParseFS(files, \"*.go\"))", ""},
	{"a template from a file", "text/template", "var page = template.Must(template.ParseFiles(\"page.html\"))",
		"file p.go:5 template.ParseFiles(\"page.html\"): var page\nmust p.go:5 template.Must(template.ParseFiles(\"page.html\")): var page"},

	// What is shared by the whole process.
	{"a flag", "flag", "var addr = flag.String(\"addr\", \"\", \"\")", "registration p.go:5 flag.String(\"addr\", \"\", \"\"): var addr"},
	{"a flag in the default set", "flag", "var addr = flag.CommandLine.String(\"addr\", \"\", \"\")", "registration p.go:5 flag.CommandLine.String(\"addr\", \"\", \"\"): var addr"},
	{"a flag in a set of its own", "flag", "var set = flag.NewFlagSet(\"a\", 0)\nvar addr = set.String(\"addr\", \"\", \"\")", ""},
	{"flags are parsed", "flag", "func init() { flag.Parse() }", "flag-parse p.go:5 flag.Parse(): init"},
	{"a handler", "net/http", "func init() { http.HandleFunc(\"/\", nil) }", "registration p.go:5 http.HandleFunc(\"/\", nil): init"},
	{"a handler in the default mux", "net/http", "func init() { http.DefaultServeMux.Handle(\"/\", nil) }", "registration p.go:5 http.DefaultServeMux.Handle(\"/\", nil): init"},
	{"a handler in a mux of its own", "net/http", "var mux = http.NewServeMux()\nfunc init() { mux.Handle(\"/\", nil) }", ""},
	{"an import for its handlers", "_ \"net/http/pprof\"", "", "registration p.go:3 import _ \"net/http/pprof\": import"},
	{"the environment is changed", "os", "func init() { os.Setenv(\"TZ\", \"\") }", "process-state p.go:5 os.Setenv(\"TZ\", \"\"): init"},
	{"a variable of the library is set", "time", "func init() { time.Local = time.UTC }", "process-state p.go:5 time.Local = time.UTC: init"},
	{"processors are counted", "runtime", "var workers = runtime.GOMAXPROCS(0)", ""},
	{"processors are set", "runtime", "var workers = runtime.GOMAXPROCS(2)", "process-state p.go:5 runtime.GOMAXPROCS(2): var workers"},

	// Waiting.
	{"a sleep", "time", "func init() { time.Sleep(1) }", "wait p.go:5 time.Sleep(1): init"},
	{"a channel", "", "var c = make(chan int, 1)\nvar v = <-c\nfunc init() {\n\tfor range c {\n\t}\n}", "wait p.go:6 <-c: var v\nwait p.go:8 range c: init"},
	{"a select", "", "func init() {\n\tselect {}\n}", "wait p.go:6 select: init"},
	{"a select that goes on", "", "var c chan int\nfunc init() {\n\tselect {\n\tcase <-c:\n\tdefault:\n\t}\n}", ""},

	// Ways.
	{"a chain", "os", "var home = read()\nfunc read() string { return env(\"HOME\") }\nfunc env(name string) string { return os.Getenv(name) }",
		"environment p.go:7 os.Getenv(name): var home > read > env"},
	{"the first of several ways", "os", "var a, b = env(\"A\"), env(\"B\")\nvar c = env(\"C\")\nfunc env(name string) string { return os.Getenv(name) }",
		"environment p.go:7 os.Getenv(name): var a, b > env and 1 more"},
	{"in a circle", "os", "func init() { a() }\nfunc a() { b() }\nfunc b() { a(); os.Exit(1) }", "exit p.go:7 os.Exit(1): init > a > b"},
	{"a method", "os", "type store struct{}\nfunc (s *store) open() { os.Open(\"a\") }\nfunc init() { new(store).open() }", "file p.go:6 os.Open(\"a\"): init > (*store).open"},
	{"a promoted method", "os", "type base struct{}\nfunc (base) open() { os.Open(\"a\") }\ntype store struct{ base }\nfunc init() { store{}.open() }", "file p.go:6 os.Open(\"a\"): init > base.open"},
	{"a generic function", "os", "func open[T any](T) { os.Open(\"a\") }\nfunc init() { open(1); open[string](\"\") }", "file p.go:5 os.Open(\"a\"): init > open"},
	{"a generic method", "os", "type box[T any] struct{}\nfunc (b *box[T]) open() { os.Open(\"a\") }\nvar b box[int]\nfunc init() { b.open() }", "file p.go:6 os.Open(\"a\"): init > (*box[...]).open"},
	{"a literal that is called", "os", "var home = func() string { return os.Getenv(\"HOME\") }()", "environment p.go:5 os.Getenv(\"HOME\"): var home > func literal"},
	{"a literal that is kept", "os", "var home = func() string { return os.Getenv(\"HOME\") }", ""},
	{"a literal that is kept and called", "os", "var home = func() string { return os.Getenv(\"HOME\") }\nfunc init() { home() }", "environment p.go:5 os.Getenv(\"HOME\"): init > func literal"},
	{"a local literal", "os", "func init() {\n\thome := func() { os.Getenv(\"HOME\") }\n\tdefer home()\n}", "environment p.go:6 os.Getenv(\"HOME\"): init > func literal"},
	{"a literal for once", "os, sync", "var once sync.Once\nfunc init() { once.Do(func() { os.Exit(1) }) }", "exit p.go:7 os.Exit(1): init > func literal"},
	{"a function for once", "os, sync", "var once sync.Once\nfunc init() { once.Do(leave) }\nfunc leave() { os.Exit(1) }", "exit p.go:8 os.Exit(1): init > leave"},
	{"a parameter that is called", "os", "func try(f func()) { f() }\nfunc init() { try(func() { os.Exit(1) }) }", "exit p.go:6 os.Exit(1): init > func literal"},
	{"a parameter that is kept", "os", "var kept []func()\nfunc keep(f func()) { kept = append(kept, f) }\nfunc init() { keep(func() { os.Exit(1) }) }", ""},
	{"two init functions", "os", "func init() { os.Exit(1) }\nfunc init() { os.Exit(2) }", "exit p.go:5 os.Exit(1): init\nexit p.go:6 os.Exit(2): init"},
	{"far from the initialiser a panic that depends guards against bugs", "", "var n int\nfunc init() { a() }\nfunc a() { b() }\nfunc b() { c() }\nfunc c() {\n\tif n > 0 {\n\t\tpanic(n)\n\t}\n}", ""},

	// Sources that are not as they should be.
	{"names that nobody has declared", "os", "var a = missing.Open(\"a\")\nvar home = os.Getenv(unknown)", "environment p.go:6 os.Getenv(unknown): var home"},
	{"a module that is not there", "\"example.com/absent/os\"", "var home = os.Getenv(\"HOME\")", ""},
	{"a line comment of a generator", "os", "//line other.go:100\nvar home = os.Getenv(\"HOME\")", "environment p.go:6 os.Getenv(\"HOME\"): var home"},
	{"types in a circle", "os", "type a struct{ b }\ntype b struct{ a }\nvar home = os.Getenv(\"HOME\")", "environment p.go:7 os.Getenv(\"HOME\"): var home"},
	{"bytes that are no text", "os", "var home = os.Getenv(\"\xff\xfe\")", "environment p.go:5 os.Getenv(\"\uFFFD\"): var home\np.go:5:23: illegal UTF-8 encoding"},
	{"no end", "os", "var home = os.Getenv(\"HOME\")\nfunc init() { os.Exit(1)", "environment p.go:5 os.Getenv(\"HOME\"): var home\nexit p.go:6 os.Exit(1): init\np.go:6:26: expected '}', found 'EOF'"},
}

func TestFindings(t *testing.T) {
	files := map[string]string{}
	for i, row := range rows {
		files[fmt.Sprintf("row%d/p.go", i)] = sourceOf(row.imports, row.source)
	}
	folder := writeModule(t, files)
	found := auditModule(t, folder)
	for i, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			got := strings.ReplaceAll(found.of(fmt.Sprintf("example.com/m/row%d", i)).lines(), fmt.Sprintf("%s/row%d/", folder, i), "")
			if got != row.want {
				t.Errorf("got\n%s\nwant\n%s", got, row.want)
			}
		})
	}
}

// sourceOf puts imports, `net, time` or `env "os"`, one a line before the source, which begins on line 5 if there is one.
func sourceOf(imports, source string) string {
	text := "package p\n\n"
	for _, one := range strings.Split(imports, ", ") {
		switch {
		case one == "":
			text += "\n"
		case strings.Contains(one, `"`):
			text += "import " + one + "\n"
		default:
			text += "import \"" + one + "\"\n"
		}
	}
	return text + "\n" + source + "\n"
}
