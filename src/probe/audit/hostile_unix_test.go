//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestModulesThatCannotBeBuilt(t *testing.T) {
	home := "import \"os\"\n\nvar home = os.Getenv(\"HOME\")\n"
	for _, row := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"packages that import each other", map[string]string{
			"a/a.go": "package a\n\nimport (\n\t\"os\"\n\t\"example.com/m/b\"\n)\n\nvar X = b.Y + os.Getenv(\"A\")\n",
			"b/b.go": "package b\n\nimport \"example.com/m/a\"\n\nvar Y = a.X\n",
		}, `os.Getenv(\"A\")`},
		{"a package that imports itself", map[string]string{"a/a.go": "package a\n\nimport _ \"example.com/m/a\"\n" + home}, `os.Getenv(\"HOME\")`},
		{"two packages in one folder", map[string]string{"a/a.go": "package a\n\n" + home, "a/b.go": "package b\n"}, "a"},
		{"no package clause", map[string]string{"a/a.go": "package a\n\n" + home, "a/b.go": "func f() {}\n"}, "a"},
		{"a module that is not there", map[string]string{
			"go.mod": "module example.com/m\n\ngo 1.21\n\nrequire example.com/absent v1.0.0\n",
			"a/a.go": "package a\n\nimport (\n\t\"os\"\n\t\"example.com/absent\"\n)\n\nvar x = absent.New(os.Getenv(\"A\"))\n",
		}, `os.Getenv(\"A\")`},
		{"C", map[string]string{"a/a.go": "package a\n\n// int one(void);\nimport \"C\"\n\n" + home + "\nvar one = C.one()\n"}, "a"},
		{"an empty file", map[string]string{"a/a.go": ""}, "packages"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var output bytes.Buffer
			if err := answer(bytes.NewReader(listModule(t, writeModule(t, row.files))), &output, ""); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(output.String(), row.want) {
				t.Errorf("%s", output.String())
			}
		})
	}
}

func TestInputThatIsNoList(t *testing.T) {
	for _, input := range []string{"{", "[]", "nonsense", `{"GoFiles":3}`, "\x00"} {
		if err := answer(strings.NewReader(input), &bytes.Buffer{}, ""); err == nil {
			t.Errorf("%q is a list of packages", input)
		}
	}
	var output bytes.Buffer
	if err := answer(strings.NewReader(""), &output, ""); err != nil || output.String() != `{"packages":[],"testMains":[]}`+"\n" {
		t.Error(err, output.String())
	}
}

func TestBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large files")
	}
	begin := time.Now()
	many := "package a\n\nimport \"os\"\n\nvar names = []string{\n" + strings.Repeat("\tos.Getenv(\"A\"),\n", 20_000) + "}\n"
	deep := "package a\n\nvar n = " + strings.Repeat("(", 50_000) + "1" + strings.Repeat(")", 50_000) + "\n"
	sum := "package a\n\nvar n = 1" + strings.Repeat("+1", 200_000) + "\n"
	crowd := "package a\n\n"
	for i := 0; i < 3000; i++ {
		crowd += fmt.Sprintf("var v%d = f%d()\nfunc f%d() int { return f%d() + f%d() }\n", i, i, i, (i+1)%3000, (i*7)%3000)
	}
	files := map[string]string{"many/a.go": many, "deep/a.go": deep, "sum/a.go": sum, "large/a.go": "package a\n\n//" + strings.Repeat("x", maxFileBytes) + "\n"}
	found := auditModule(t, writeModule(t, files))
	if one := found.of("example.com/m/many"); len(one.Findings) != maxFindings || one.Omitted != 20_000-maxFindings {
		t.Errorf("%d findings, %d omitted", len(one.Findings), one.Omitted)
	}
	if got := found.of("example.com/m/large").lines(); !strings.Contains(got, "larger than 8 MiB") {
		t.Error(got)
	}
	for _, name := range []string{"deep", "sum"} {
		if one := found.of("example.com/m/" + name); len(one.Findings) != 0 {
			t.Errorf("%s: %s", name, one.lines())
		}
	}
	defer func(before time.Duration) { maxCheck = before }(maxCheck)
	maxCheck = time.Second // the crowd would take minutes
	found = auditModule(t, writeModule(t, map[string]string{"crowd/a.go": crowd}))
	if got := found.of("example.com/m/crowd").lines(); !strings.Contains(got, "not understood in 1s") {
		t.Error(got)
	}
	if took := time.Since(begin); took > 2*time.Minute {
		t.Errorf("took %v", took)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe.go")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip("no named pipes here: ", err)
	}
	gone := filepath.Join(folder, "gone.go")
	if err := os.Mkdir(filepath.Join(folder, "folder.go"), 0o755); err != nil {
		t.Fatal(err)
	}
	list := fmt.Sprintf(`{"ImportPath":"a","Dir":%q,"GoFiles":["pipe.go","gone.go","folder.go"]}`, folder)
	var output bytes.Buffer
	if err := answer(strings.NewReader(list), &output, ""); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{pipe + ": no regular file", gone + ": no such file", "folder.go: no regular file"} {
		if !strings.Contains(output.String(), want) {
			t.Errorf("%q is missing in %s", want, output.String())
		}
	}
}
