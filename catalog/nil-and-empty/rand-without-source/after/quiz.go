// Package quiz asks questions in random order.
package quiz

import "math/rand"

type Quiz struct {
	Questions []string
	Random    *rand.Rand
}

func (q *Quiz) Next() string {
	if q.Random == nil {
		q.Random = rand.New(rand.NewSource(rand.Int63()))
	}
	at := q.Random.Intn(len(q.Questions))
	question := q.Questions[at]
	q.Questions = append(q.Questions[:at], q.Questions[at+1:]...)
	return question
}
