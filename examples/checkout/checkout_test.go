package checkout

import (
	"errors"
	"testing"

	"example.com/bookshop/cart"
	"example.com/bookshop/catalog"
)

func order(t *testing.T, price int, coupon *Coupon) *Order {
	t.Helper()
	var c cart.Cart
	if err := c.Add(catalog.Book{ISBN: "9780141439587", Title: "Emma", Price: price}, 1); err != nil {
		t.Fatal(err)
	}
	return &Order{Cart: c, Coupon: coupon}
}

func TestEmptyCartIsRefused(t *testing.T) {
	if err := new(Order).Validate(); !errors.Is(err, ErrEmpty) {
		t.Errorf("Validate() = %v, want %v", err, ErrEmpty)
	}
}

func TestTotalWithCoupon(t *testing.T) {
	if got, want := order(t, 1000, &Coupon{"SPRING", 10}).Total(), 900+490; got != want {
		t.Errorf("Total() = %d, want %d", got, want)
	}
}

func TestTotalWithoutCoupon(t *testing.T) {
	if got, want := order(t, 1000, nil).Total(), 1000+490; got != want {
		t.Errorf("Total() = %d, want %d", got, want)
	}
}

func TestShippingIsFreeForLargeOrders(t *testing.T) {
	if got, want := order(t, 8000, &Coupon{"SPRING", 25}).Total(), 6000; got != want {
		t.Errorf("Total() = %d, want %d", got, want)
	}
}

func TestShippingCountsTheDiscount(t *testing.T) {
	if got, want := order(t, 5000, &Coupon{"SPRING", 10}).Total(), 4500+490; got != want {
		t.Errorf("Total() = %d, want %d", got, want)
	}
}

func TestFullOrderIsAccepted(t *testing.T) {
	if err := order(t, 1000, nil).Validate(); err != nil {
		t.Errorf("Validate() = %v, want none", err)
	}
}
