// Package rows fills structs from tables.
package rows

import "reflect"

type Customer struct{ Name, City string }

func Fill(customer *Customer, columns, cells []string) error {
	v := reflect.ValueOf(customer).Elem()
	for i, column := range columns {
		v.FieldByName(column).SetString(cells[i]) //crash:blame
	}
	return nil
}
