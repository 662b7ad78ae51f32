// Package survey counts answers.
package survey

import (
	"fmt"
	"strconv"
)

type Question struct {
	Answers []string
	Votes   []int
}

// Vote takes the number of an answer as it was typed.
func (q *Question) Vote(number string) error {
	choice, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	if choice < 0 || choice >= len(q.Votes) {
		return fmt.Errorf("there is no answer %d", choice)
	}
	q.Votes[choice]++
	return nil
}
