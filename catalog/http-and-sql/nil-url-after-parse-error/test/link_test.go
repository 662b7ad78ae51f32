package link

import "testing"

func TestLinkWithPercentSign(t *testing.T) {
	if got := Campaign("https://shop.example/50%?campaign=may"); got != "" {
		t.Errorf("the campaign of a malformed link is %q", got)
	}
}
