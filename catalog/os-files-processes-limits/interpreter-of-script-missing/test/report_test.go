//go:build unix

package report

import (
	"os"
	"testing"
)

func TestRunReport(t *testing.T) {
	script := "#!/opt/homebrew/bin/catalog-sh\necho 42 visits\n"
	if err := os.WriteFile("report", []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	defer os.Remove("report")
	if got := Run("./report"); got != "42 visits\n" {
		t.Fatalf("report printed %q", got)
	}
}
