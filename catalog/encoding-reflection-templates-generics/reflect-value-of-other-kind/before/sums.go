// Package sums adds up the numbers in a record.
package sums

import "reflect"

func Of(record any) int64 {
	v := reflect.ValueOf(record)
	var sum int64
	for i := 0; i < v.NumField(); i++ {
		sum += v.Field(i).Int() //crash:blame
	}
	return sum
}
