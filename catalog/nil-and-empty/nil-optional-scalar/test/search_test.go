package search

import (
	"encoding/json"
	"testing"
)

func TestSearchWithoutLimit(t *testing.T) {
	words := []string{"tea", "meat", "teapot"}
	for body, want := range map[string]int{
		`{"query": "tea", "limit": 1}`: 1,
		`{"query": "tea"}`:             2,
	} {
		var request Request
		if err := json.Unmarshal([]byte(body), &request); err != nil {
			t.Fatal(err)
		}
		if got := len(Find(words, request)); got != want {
			t.Errorf("%s finds %d, want %d", body, got, want)
		}
	}
}
