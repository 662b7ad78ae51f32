package quiz

import "testing"

func TestShuffledQuestions(t *testing.T) {
	quiz := Quiz{Questions: []string{"Who?", "When?"}}
	if first, second := quiz.Next(), quiz.Next(); first == second {
		t.Fatalf("%q was asked twice", first)
	}
}
