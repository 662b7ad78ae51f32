package record

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWriteJSONReplacesTheWholeFileAndLeavesNothingElse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "end.json")
	for _, text := range []string{"first and longer", "second"} {
		if err := WriteJSON(path, map[string]string{"text": text}); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil || string(content) != "{\"text\":\"second\"}\n" {
		t.Fatalf("content = %q, %v", content, err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Fatalf("left behind: %v", entries)
	}
}

func TestWriteJSONReportsAFolderThatIsNotThere(t *testing.T) {
	if err := WriteJSON(filepath.Join(t.TempDir(), "missing", "end.json"), 1); err == nil {
		t.Fatal("no error")
	}
}

func TestMomentIsUTCWithMilliseconds(t *testing.T) {
	zone := time.FixedZone("east", 2*60*60)
	if got := Moment(time.Date(2026, 1, 31, 11, 30, 0, 0, zone)); got != "2026-01-31T09:30:00.000Z" {
		t.Fatal(got)
	}
}
