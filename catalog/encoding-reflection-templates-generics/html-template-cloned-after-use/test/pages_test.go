package pages

import "testing"

func TestTwoPages(t *testing.T) {
	if got, err := Plain("a < b"); err != nil || got != "<main>a &lt; b</main>" {
		t.Errorf("the plain page is %q, %v", got, err)
	}
	if got, err := Quote("so it is"); err != nil || got != "<main><q>so it is</q></main>" {
		t.Errorf("the quote is %q, %v", got, err)
	}
}
