// Package orders adds up what customers owe.
package orders

type Order struct {
	Customer string
	Cents    int
}

// Of sends the orders of a customer.
func Of(customer string, all []Order) <-chan Order {
	found := make(chan Order)
	go func() {
		defer close(found)
		for _, order := range all {
			if order.Customer == customer {
				found <- order
			}
		}
	}()
	return found
}

// Sum is what the customer owes.
func Sum(customer string, all []Order) int {
	sum := 0
	for order := range Of(customer, all) {
		sum += order.Cents
	}
	return sum
}
