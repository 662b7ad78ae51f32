package survey

import "testing"

func TestAnswerThatIsNotThere(t *testing.T) {
	question := Question{Answers: []string{"yes", "no", "perhaps"}, Votes: make([]int, 3)}
	if err := question.Vote("2"); err != nil || question.Votes[2] != 1 {
		t.Fatalf("votes are %v, %v", question.Votes, err)
	}
	if err := question.Vote("9"); err == nil {
		t.Fatalf("votes are %v, want an error", question.Votes)
	}
}
