package sales

import "testing"

func TestSummary(t *testing.T) {
	total := Summary([]Sale{{Cents: 500}, {Cents: -200, Return: true}})
	if want := (Total{Count: 2, Cents: 300, Returns: 1}); *total != want {
		t.Fatalf("total is %+v, want %+v", *total, want)
	}
}
