// Package exchange changes money.
package exchange

import "example.com/catalog/relative-import/rates"

func Dollars(euros int) int { return euros * rates.Percent / 100 }
