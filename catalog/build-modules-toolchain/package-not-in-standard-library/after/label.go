// Package label makes labels.
package label

import "encoding/json"

func JSON(text string) (string, error) {
	label, err := json.Marshal(text)
	return string(label), err
}
