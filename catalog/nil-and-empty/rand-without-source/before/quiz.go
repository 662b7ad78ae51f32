// Package quiz asks questions in random order.
package quiz

import "math/rand"

type Quiz struct {
	Questions []string
	Random    *rand.Rand
}

func (q *Quiz) Next() string {
	at := q.Random.Intn(len(q.Questions)) //crash:blame
	question := q.Questions[at]
	q.Questions = append(q.Questions[:at], q.Questions[at+1:]...)
	return question
}
