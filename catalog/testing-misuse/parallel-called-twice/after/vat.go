// Package vat adds the tax to prices in cents.
package vat

func Gross(net, percent int) int { return net + net*percent/100 }
