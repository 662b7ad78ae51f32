// Package table names tables.
package table

import "strconv"

func Name(number int) string {
	return "table " + strconv.Itoa(number)
}
