// Package rows fills structs from tables.
package rows

import (
	"fmt"
	"reflect"
)

type Customer struct{ Name, City string }

func Fill(customer *Customer, columns, cells []string) error {
	v := reflect.ValueOf(customer).Elem()
	for i, column := range columns {
		field := v.FieldByName(column)
		if !field.IsValid() {
			return fmt.Errorf("there is no column %q", column)
		}
		field.SetString(cells[i])
	}
	return nil
}
