// Package customer knows customers.
package customer

import "example.com/catalog/import-cycle/order"

func Name(id int) string { return "Ada" }

func Last(id int) string { return order.Title(Name(id)) }
