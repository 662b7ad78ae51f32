// Package basket reads orders of a web shop.
package basket

import "encoding/json"

func Quantity(line []byte) (int, error) {
	var fields struct {
		Quantity int `json:"quantity"`
	}
	if err := json.Unmarshal(line, &fields); err != nil {
		return 0, err
	}
	return fields.Quantity, nil
}
