// Package events reads what happened.
package events

import "encoding/json"

func Line(document []byte) (string, error) {
	var fields map[string]any
	if err := json.Unmarshal(document, &fields); err != nil {
		return "", err
	}
	user := fields["user"].(string) //crash:blame
	kind, _ := fields["kind"].(string)
	return user + ": " + kind, nil
}
