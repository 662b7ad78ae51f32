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

// city is empty for an order that is picked up.
func (o *Order) city() string {
	if o.Delivery == nil || o.Delivery.Address == nil {
		return ""
	}
	return o.Delivery.Address.City
}

func Label(order *Order) string {
	city := order.city()
	if city == "" {
		return order.ID + ": to be picked up"
	}
	return order.ID + ": " + city
}
