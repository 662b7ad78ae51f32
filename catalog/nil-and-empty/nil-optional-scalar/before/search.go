// Package search finds words.
package search

import "strings"

type Request struct {
	Query string `json:"query"`
	Limit *int   `json:"limit"`
}

func Find(words []string, request Request) []string {
	var found []string
	for _, word := range words {
		if len(found) >= *request.Limit { //crash:blame
			break
		}
		if strings.Contains(word, request.Query) {
			found = append(found, word)
		}
	}
	return found
}
