// Package order knows orders.
package order

import "example.com/catalog/import-cycle/customer"

func Title(customerID int) string {
	return "order of " + customer.Name(customerID)
}
