// Package order prints where parcels go.
package order

import "encoding/json"

type Order struct {
	ID       string    `json:"id"`
	Delivery *Delivery `json:"delivery"`
}

type Delivery struct {
	Express bool     `json:"express"`
	Address *Address `json:"address"`
}

type Address struct {
	City string `json:"city"`
}

func Parse(document []byte) (*Order, error) {
	order := new(Order)
	return order, json.Unmarshal(document, order)
}

func Label(order *Order) string {
	city := order.Delivery.Address.City //crash:blame
	if city == "" {
		return order.ID + ": to be picked up"
	}
	return order.ID + ": " + city
}
