package agent

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestConf(t *testing.T) {
	for _, row := range []struct {
		text string
		want crashGuardConf
	}{
		{"", crashGuardConf{}},
		{"ceiling 1000", crashGuardConf{ceiling: 1000}},
		{"ceiling 1000\nsnapshot-at 60\n", crashGuardConf{ceiling: 1000, snapshotAt: 60}},
		{"ceiling 1000\nsnapshot-at 0\n", crashGuardConf{ceiling: 1000}},
		{"ceiling 1000\nsnapshot-at 100\n", crashGuardConf{ceiling: 1000}},
		{"ceiling lots\nsnapshot-at 60\n", crashGuardConf{}},
		{"ceiling -1\n", crashGuardConf{}},
		{"ceiling 99999999999999999999\n", crashGuardConf{}},
		{"snapshot-at 60\ngoroutines 7\nrequests 1\ncore 1\n", crashGuardConf{goroutines: 7, requests: true, core: true}},
		{"requests yes\ncore 0\ngoroutines many\n", crashGuardConf{}},
		{"usage /a b/c\nstat /d\nstatkey anon\n", crashGuardConf{usage: "/a b/c", stat: "/d", statKey: "anon"}},
		{"ceiling\nusage\nnews of tomorrow\n\n \n", crashGuardConf{}},
	} {
		if got := crashGuardParseConf(row.text); got != row.want {
			t.Errorf("%q: %+v", row.text, got)
		}
	}
}

func TestConfIsReadFromAFile(t *testing.T) {
	for name, row := range map[string]struct {
		text string
		want crashGuardConf
	}{
		"whole":    {"goroutines 12\n", crashGuardConf{goroutines: 12}},
		"too long": {"goroutines 12\n" + strings.Repeat("x", crashGuardConfBytes), crashGuardConf{}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "agent.conf"), []byte(row.text), 0644); err != nil {
				t.Fatal(err)
			}
			if got := crashGuardReadConf(dir); got != row.want {
				t.Fatalf("%+v", got)
			}
		})
	}
	if got := crashGuardReadConf(t.TempDir()); got != (crashGuardConf{}) {
		t.Fatalf("without a file: %+v", got)
	}
}
