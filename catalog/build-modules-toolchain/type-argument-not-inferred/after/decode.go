// Package decode reads orders.
package decode

import "encoding/json"

func decode[T any](text string) (T, error) {
	var value T
	err := json.Unmarshal([]byte(text), &value)
	return value, err
}

type Order struct{ Item string }

func Read(text string) (Order, error) {
	order, err := decode[Order](text)
	return order, err
}
