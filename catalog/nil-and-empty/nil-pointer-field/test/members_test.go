package members

import "testing"

func TestUnknownMemberHasNoDiscount(t *testing.T) {
	var club Club
	club.Join(Member{Name: "ada", Percent: 10})
	for guest, want := range map[string]int{"ada": 900, "bob": 1000} {
		if got := Price(&club, guest, 1000); got != want {
			t.Errorf("%s pays %d, want %d", guest, got, want)
		}
	}
}
