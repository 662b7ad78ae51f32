package memo

import "testing"

func TestCallWithList(t *testing.T) {
	length := func(argument any) int {
		if list, ok := argument.([]string); ok {
			return len(list)
		}
		return 0
	}
	var memo Memo
	memo.Call(length, 7)
	for range []int{1, 2} {
		if got := memo.Call(length, []string{"a", "b"}); got != 2 {
			t.Errorf("length is %d, want 2", got)
		}
	}
	if memo.Calls != 2 {
		t.Errorf("the function was called %d times, want 2", memo.Calls)
	}
}
