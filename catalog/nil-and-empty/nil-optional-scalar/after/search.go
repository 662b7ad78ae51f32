// Package search finds words.
package search

import "strings"

type Request struct {
	Query string `json:"query"`
	Limit *int   `json:"limit"`
}

func (r Request) limit() int {
	if r.Limit == nil {
		return 100
	}
	return *r.Limit
}

func Find(words []string, request Request) []string {
	var found []string
	for _, word := range words {
		if len(found) >= request.limit() {
			break
		}
		if strings.Contains(word, request.Query) {
			found = append(found, word)
		}
	}
	return found
}
