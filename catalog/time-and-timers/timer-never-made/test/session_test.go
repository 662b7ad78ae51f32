package session

import "testing"

func TestCloseWithoutUse(t *testing.T) {
	var session Session
	session.Close()
	if !session.Ended {
		t.Error("the session goes on")
	}
}
