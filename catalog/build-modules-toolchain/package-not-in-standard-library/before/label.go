// Package label makes labels.
package label

import "json/encoding" //crash:blame

func JSON(text string) (string, error) {
	label, err := json.Marshal(text)
	return string(label), err
}
