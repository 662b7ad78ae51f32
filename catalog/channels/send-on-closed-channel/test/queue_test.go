package queue

import (
	"errors"
	"testing"
)

func TestSubmitDuringShutdown(t *testing.T) {
	q := New(10)
	if err := q.Submit("mail 1"); err != nil {
		t.Fatal(err)
	}
	q.Close()
	if err := q.Submit("mail 2"); !errors.Is(err, ErrClosed) {
		t.Fatalf("got %v, want ErrClosed", err)
	}
	done := 0
	q.Work(func(string) { done++ })
	if done != 1 {
		t.Fatalf("%d jobs done, want 1", done)
	}
}
