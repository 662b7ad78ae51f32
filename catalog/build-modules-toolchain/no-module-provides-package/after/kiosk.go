// Package kiosk sells newspapers.
package kiosk

import "example.com/money"

func Price(copies int) string { return money.Format(copies * 250) }
