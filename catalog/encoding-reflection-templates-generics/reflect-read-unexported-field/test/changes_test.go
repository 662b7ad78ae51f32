package changes

import "testing"

func TestChangesOfArticle(t *testing.T) {
	got := Between(Article{Title: "Tea", revision: 1}, Article{Title: "Coffee", revision: 2})
	if len(got) != 1 || got[0] != "Title" {
		t.Errorf("changed: %v", got)
	}
}
