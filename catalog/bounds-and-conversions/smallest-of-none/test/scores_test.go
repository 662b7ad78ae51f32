package scores

import "testing"

func TestBestOfNewPlayer(t *testing.T) {
	var player Player
	if got := player.Best(); got != 0 {
		t.Errorf("best of a new player is %d", got)
	}
	player.Played(7)
	player.Played(3)
	if got := player.Best(); got != 7 {
		t.Errorf("best is %d, want 7", got)
	}
}
