// Package sums adds up the numbers in a record.
package sums

import "reflect"

func Of(record any) int64 {
	v := reflect.ValueOf(record)
	var sum int64
	for i := 0; i < v.NumField(); i++ {
		if v.Field(i).CanInt() {
			sum += v.Field(i).Int()
		}
	}
	return sum
}
