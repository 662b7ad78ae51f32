package stock

import (
	"sync"
	"testing"
)

const emma = "9780141439587"

func TestReserve(t *testing.T) {
	s := New()
	s.Deliver(emma, 3)
	if err := s.Reserve(emma, 2); err != nil {
		t.Fatal(err)
	}
	if err := s.Reserve(emma, 2); err == nil {
		t.Error("more was reserved than there is")
	}
	if got := s.Left(emma); got != 1 {
		t.Errorf("Left() = %d, want 1", got)
	}
}

func TestManyCustomers(t *testing.T) {
	s := New()
	s.Deliver(emma, 100)
	var customers sync.WaitGroup
	for i := 0; i < 50; i++ {
		customers.Add(1)
		go func() {
			defer customers.Done()
			if err := s.Reserve(emma, 2); err != nil {
				t.Error(err)
			}
		}()
	}
	customers.Wait()
	if got := s.Left(emma); got != 0 {
		t.Errorf("Left() = %d, want none", got)
	}
}

func TestUnknownBook(t *testing.T) {
	if err := New().Reserve("0000000000000", 1); err == nil {
		t.Error("a book that was never delivered was reserved")
	}
}
