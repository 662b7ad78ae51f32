// Package kiosk sells newspapers.
package kiosk

import "example.com/money" //crash:blame

func Price(copies int) string { return money.Format(copies * 250) }
