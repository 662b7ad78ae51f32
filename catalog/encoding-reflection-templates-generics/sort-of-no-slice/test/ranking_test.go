package ranking

import "testing"

func TestRanking(t *testing.T) {
	players := []Player{{"Ada", 3}, {"Bob", 9}}
	Rank(&players)
	if players[0].Name != "Bob" {
		t.Errorf("the ranking is %v", players)
	}
}
