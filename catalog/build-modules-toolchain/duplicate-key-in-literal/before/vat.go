// Package vat knows the tax of countries.
package vat

var percent = map[string]int{
	"DE": 19,
	"FR": 20,
	"IT": 22,
	"DE": 16, //crash:blame
}

func Of(country string) int { return percent[country] }
