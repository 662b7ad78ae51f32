// Package checkout turns a cart into an order.
package checkout

import (
	"errors"

	"example.com/bookshop/cart"
)

// Coupon takes a percentage off.
type Coupon struct {
	Code    string
	Percent int
}

// Order is a cart on its way to the customer. The coupon is nil if there is none.
type Order struct {
	Cart   cart.Cart
	Coupon *Coupon
}

// ErrEmpty is returned for an order without books.
var ErrEmpty = errors.New("checkout: the cart is empty")

const (
	shipping     = 490
	freeShipping = 5000
)

// Validate says whether the order can be placed.
func (o *Order) Validate() error {
	if len(o.Cart.Lines()) == 0 {
		return ErrEmpty
	}
	return nil
}

// Total returns what the customer pays, in cents: the discounted sum and the shipping.
func (o *Order) Total() int {
	sum := o.Cart.Sum()
	sum -= discount(sum, o.Coupon)
	if sum < freeShipping {
		sum += shipping
	}
	return sum
}

func discount(sum int, coupon *Coupon) int {
	return sum * coupon.Percent / 100
}
