// Package post reads blog posts.
package post

import "encoding/json"

func Tags(document []byte) ([]string, error) {
	var fields struct {
		Tags []string `json:"tags"`
	}
	if err := json.Unmarshal(document, &fields); err != nil {
		return nil, err
	}
	return fields.Tags, nil
}
