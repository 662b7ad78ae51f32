//go:build unix

package ending

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

func TestOfRealProcesses(t *testing.T) {
	for _, row := range []struct{ script, want string }{
		{"exit 0", `"exitCode":0,"signal":null,"signalNumber":null`},
		{"exit 255", `"exitCode":255,"signal":null,"signalNumber":null`},
		{"kill -9 $$", `"exitCode":null,"signal":"SIGKILL","signalNumber":9`},
		{"kill -15 $$", `"exitCode":null,"signal":"SIGTERM","signalNumber":15`},
		{"kill -11 $$", `"exitCode":null,"signal":"SIGSEGV","signalNumber":11`},
	} {
		command := exec.Command("sh", "-c", "ulimit -c 0; "+row.script)
		_ = command.Run()
		text, err := json.Marshal(Of(command.ProcessState))
		if err != nil || !strings.Contains(string(text), row.want) {
			t.Errorf("%s: %s, %v", row.script, text, err)
		}
	}
}

func TestOfMeasuresInBytes(t *testing.T) {
	command := exec.Command("sh", "-c", "exit 0")
	if err := command.Run(); err != nil {
		t.Fatal(err)
	}
	// Any shell needs more than 256 KiB and less than 1 GiB: the wrong unit would be off by 1024.
	if rss := Of(command.ProcessState).MaxRssBytes; rss < 256<<10 || rss > 1<<30 {
		t.Fatalf("maxRssBytes = %d", rss)
	}
}
