// Package post reads blog posts.
package post

import "encoding/json"

func Tags(document []byte) ([]string, error) {
	var fields map[string]any
	if err := json.Unmarshal(document, &fields); err != nil {
		return nil, err
	}
	return fields["tags"].([]string), nil //crash:blame
}
