package report

import (
	"strings"
	"testing"
)

const perDay = 1000

func fullYear(t *testing.T) *Year {
	t.Helper()
	y := new(Year)
	for day := 0; day < 365; day++ {
		for i := 0; i < perDay; i++ {
			if err := y.Record(Sale{day, "Sense and Sensibility", 899}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return y
}

func TestTurnover(t *testing.T) {
	if got, want := fullYear(t).Turnover(), 365*perDay*899; got != want {
		t.Errorf("Turnover() = %d, want %d", got, want)
	}
}

func TestCSV(t *testing.T) {
	csv := fullYear(t).CSV()
	if got, want := strings.Count(csv, "\n"), 1+365*perDay; got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
	if want := "364,\"Sense and Sensibility\",8.99\n"; !strings.HasSuffix(csv, want) {
		t.Errorf("the last line is not %q", want)
	}
}

func TestNoSuchDay(t *testing.T) {
	if err := new(Year).Record(Sale{Day: 400}); err == nil {
		t.Error("day 400 was accepted")
	}
}
