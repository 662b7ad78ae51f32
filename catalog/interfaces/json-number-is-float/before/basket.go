// Package basket reads orders of a web shop.
package basket

import "encoding/json"

func Quantity(line []byte) (int, error) {
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil {
		return 0, err
	}
	return fields["quantity"].(int), nil //crash:blame
}
