package posts

import "testing"

func TestNewestPosts(t *testing.T) {
	got := Newest(Post{"rules", 1}, []Post{{"old", 2}, {"new", 3}})
	if got[0].Text != "new" || got[2].Text != "rules" {
		t.Errorf("the posts are %v", got)
	}
}
