// Package survey counts answers.
package survey

import "strconv"

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
	q.Votes[choice]++ //crash:blame
	return nil
}
