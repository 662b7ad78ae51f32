package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go-crash-guard/probe/internal/cgroup"
)

// group is a folder with such files, as a group shows them.
func group(t *testing.T, dir string, files map[string]string) cgroup.Group {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return cgroup.Group{Version: 2, Path: "/" + filepath.Base(dir), Dir: dir}
}

func TestLimitsThatAreLeftBehindAreKept(t *testing.T) {
	for _, row := range []struct {
		name          string
		own, above    map[string]string
		made          map[string]string
		want          map[string]string
		wantsToHearOf string
		placeIsAbove  bool
	}{
		{name: "none", own: map[string]string{"pids.max": "max\n", "cpu.max": "max 100000\n"}},
		{name: "of the own group", own: map[string]string{"pids.max": "120\n", "cpu.max": "50000 100000\n"},
			made: map[string]string{"pids.max": "max", "cpu.max": "max 100000"},
			want: map[string]string{"pids.max": "120", "cpu.max": "50000 100000"}},
		{name: "of the place, which hold there", own: map[string]string{}, above: map[string]string{"pids.max": "9\n"},
			made: map[string]string{"pids.max": "max"}, want: map[string]string{"pids.max": "max"}},
		{name: "of two groups", own: map[string]string{"pids.max": "9\n"}, above: map[string]string{"pids.max": "90\n"},
			placeIsAbove: true, wantsToHearOf: "only one could be kept"},
	} {
		t.Run(row.name, func(t *testing.T) {
			root := t.TempDir()
			top := group(t, root, nil)
			above := group(t, filepath.Join(root, "above"), row.above)
			own := group(t, filepath.Join(root, "above", "own"), row.own)
			made := group(t, filepath.Join(root, "made"), row.made)
			place := above
			if row.placeIsAbove {
				place = top
			}
			err := keepBounds([]cgroup.Group{own, above, top}, place, made)
			if row.wantsToHearOf != "" {
				if err == nil || !strings.Contains(err.Error(), row.wantsToHearOf) {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for file, want := range row.want {
				if got, _ := os.ReadFile(filepath.Join(made.Dir, file)); string(got) != want {
					t.Errorf("%s = %q, want %q", file, got, want)
				}
			}
		})
	}
}

func TestALimitThatCannotBeKept(t *testing.T) {
	root := t.TempDir()
	own := group(t, filepath.Join(root, "own"), map[string]string{"pids.max": "120\n"})
	place := group(t, root, nil)
	err := keepBounds([]cgroup.Group{own, place}, place, cgroup.Group{Version: 2, Dir: filepath.Join(root, "missing")})
	if err == nil || !strings.Contains(err.Error(), "pids.max of /own (120) could not be kept") {
		t.Errorf("%v", err)
	}
}
