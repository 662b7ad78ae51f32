// Package prices knows prices.
package prices

func Of(item string) int { return len(item) * 100 }
