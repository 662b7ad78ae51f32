package report

import "testing"

func TestTwoColumns(t *testing.T) {
	var report Report
	report.Title("disk")
	full := WithRow(&report, "used", "93 %")
	if got, want := full.String(), "== disk\nused: 93 %\n"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}
