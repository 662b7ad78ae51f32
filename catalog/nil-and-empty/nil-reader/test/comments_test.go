package comments

import (
	"strings"
	"testing"
)

func TestCommentWithoutText(t *testing.T) {
	if got, err := Accept(Message{"ada", strings.NewReader(" nice \n")}); got != "ada: nice" || err != nil {
		t.Errorf("with text: %q, %v", got, err)
	}
	if got, err := Accept(Message{From: "bob"}); got != "bob: " || err != nil {
		t.Errorf("without text: %q, %v", got, err)
	}
}
