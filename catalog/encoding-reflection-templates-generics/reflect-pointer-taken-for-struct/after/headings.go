// Package headings makes the head line of a table.
package headings

import "reflect"

func Of(row any) []string {
	v := reflect.Indirect(reflect.ValueOf(row))
	var names []string
	for i := 0; i < v.NumField(); i++ {
		names = append(names, v.Type().Field(i).Name)
	}
	return names
}
