package audit

import "testing"

func TestCheckReportsProblems(t *testing.T) {
	found := 0
	for range Check(map[string]string{"user": "ada", "password": ""}) {
		found++
	}
	if found != 1 {
		t.Fatalf("%d problems, want 1", found)
	}
}
