// Package order knows orders.
package order

func Title(customer string) string {
	return "order of " + customer
}
