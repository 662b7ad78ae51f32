package main

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestParseCall(t *testing.T) {
	for _, row := range []struct {
		argv, wrapper, binary, args string
	}{
		{"/b/a.test -test.v", "", "/b/a.test", "-test.v"},
		{"/b/a.test", "", "/b/a.test", ""},
		{"-wrap 2 qemu -strace /b/a.test -test.v x", "qemu -strace", "/b/a.test", "-test.v x"},
		{"-wrap 0 /b/a.test", "", "/b/a.test", ""},
	} {
		got, err := parseCall(strings.Fields(row.argv))
		want := call{wrapper: strings.Fields(row.wrapper), binary: row.binary, args: strings.Fields(row.args)}
		if len(got.wrapper) == 0 {
			got.wrapper = []string{}
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", row.argv, got, err)
		}
	}
}

func TestParseCallRefuses(t *testing.T) {
	for _, argv := range []string{"", "-wrap", "-wrap x a", "-wrap 2 a", "-wrap 1 a", "-wrap -1 a"} {
		if got, err := parseCall(strings.Fields(argv)); err == nil {
			t.Errorf("%q: %+v", argv, got)
		}
	}
}

func TestAddedFlags(t *testing.T) {
	const inBuild = "/tmp/go-build12/b001/a.test"
	log := "-test.testlogfile=" + filepath.Join(filepath.Dir(inBuild), "testlog.txt")
	heap := "-test.memprofile=" + filepath.Join("/out/attempt-1", "heap.pprof")
	for _, row := range []struct{ name, argv, want string }{
		{"a test run", inBuild + " -test.v", log + " " + heap + " -test.memprofilerate=512"},
		{"not a test run", inBuild + " -v", ""},
		{"no arguments", inBuild, ""},
		{"fuzzing", inBuild + " -test.fuzz=FuzzA -test.v", ""},
		{"own log", inBuild + " -test.testlogfile=x", heap + " -test.memprofilerate=512"},
		{"own profile", inBuild + " -test.memprofile=x", log},
		{"own profile, two dashes", inBuild + " --test.memprofile=x", log},
		{"own rate", inBuild + " -test.memprofilerate=1", log + " " + heap},
		{"a binary outside of the build folder", "/home/me/a.test -test.v", heap + " -test.memprofilerate=512"},
		{"wrapped", "-wrap 1 qemu " + inBuild + " -test.v", heap + " -test.memprofilerate=512"},
	} {
		asked, err := parseCall(strings.Fields(row.argv))
		if err != nil {
			t.Fatal(err)
		}
		wanted := settings{TestLog: true, HeapProfile: true, MemProfileRate: 512}
		got := addedFlags(asked, wanted, place{}, attempt{"/out/attempt-1", 1})
		if strings.Join(got, " ") != row.want {
			t.Errorf("%s: %v, want %s", row.name, got, row.want)
		}
		if none := addedFlags(asked, settings{}, place{}, attempt{"/out/attempt-1", 1}); none != nil {
			t.Errorf("%s: %v without being told to", row.name, none)
		}
	}
}

func TestAPackageMayHaveARateOfItsOwn(t *testing.T) {
	asked := call{binary: "b", args: []string{"-test.v"}}
	wanted := settings{HeapProfile: true, MemProfileRate: 512}
	got := addedFlags(asked, wanted, place{MemProfileRate: 4096}, attempt{"/out/attempt-1", 1})
	if strings.Join(got, " ") != "-test.memprofile="+filepath.Join("/out/attempt-1", "heap.pprof")+" -test.memprofilerate=4096" {
		t.Fatal(got)
	}
}

func TestAddedFlagsStandInFrontOfPositionalArguments(t *testing.T) {
	asked := call{wrapper: []string{"qemu"}, binary: "b", args: []string{"-test.v", "--", "x"}}
	if got := strings.Join(asked.argv([]string{"-added"}), " "); got != "qemu b -added -test.v -- x" {
		t.Fatal(got)
	}
}

func TestChildEnvironment(t *testing.T) {
	environ := []string{"A=1", "CRASH_GUARD_SHIM=x", "CRASH_GUARD_AGENT=9:/else", "CRASH_GUARD_NEW=1", "B=CRASH_GUARD_"}
	recorded := attempt{"/out", 1}
	for _, row := range []struct {
		name string
		job  job
		want string
	}{
		{"agent", job{place: place{Agent: "sample"}, attempt: recorded}, "A=1 B=CRASH_GUARD_ CRASH_GUARD_AGENT=7:sample:/out"},
		{"wrapped", job{call: call{wrapper: []string{"qemu"}}, place: place{Agent: "sample"}, attempt: recorded}, "A=1 B=CRASH_GUARD_ CRASH_GUARD_AGENT=0:sample:/out"},
		{"no agent", job{attempt: recorded}, "A=1 B=CRASH_GUARD_"},
		{"no folder", job{place: place{Agent: "sample"}}, "A=1 B=CRASH_GUARD_"},
	} {
		if got := strings.Join(childEnvironment(row.job, environ, 7), " "); got != row.want {
			t.Errorf("%s: %s", row.name, got)
		}
	}
}

func TestPlaceOf(t *testing.T) {
	known := place{Package: "m/a", Dir: "/out/a", Agent: "sample"}
	s := settings{FallbackDir: "/out/else", Packages: map[string]place{"/src/a": known}}
	if got := s.placeOf("/src/a"); got != known {
		t.Error(got)
	}
	one, other := s.placeOf("/src/b"), s.placeOf("/src/c")
	if one.Package != "" || one.Agent != "" || filepath.Dir(one.Dir) != filepath.FromSlash("/out/else") || one == other {
		t.Error(one, other)
	}
	if got := (settings{}).placeOf("/src/b"); got != (place{}) {
		t.Error(got)
	}
}
