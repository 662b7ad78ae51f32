// Package discount lowers prices.
package discount

func Apply(cents, percent int) int { return cents - cents*percent/100 }
