package plan

import "testing"

func TestStartOfGoodPlan(t *testing.T) {
	plan := Plan{Tasks: []string{"cook"}, Doers: map[string]string{"cook": "ada"}}
	plan.MustStart()
	if !plan.Started {
		t.Fatal("the plan was not started")
	}
}
