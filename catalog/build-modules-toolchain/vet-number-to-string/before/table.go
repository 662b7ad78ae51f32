// Package table names tables.
package table

func Name(number int) string {
	return "table " + string(number) //crash:blame
}
