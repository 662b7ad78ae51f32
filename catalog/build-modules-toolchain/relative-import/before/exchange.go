// Package exchange changes money.
package exchange

import "./rates" //crash:blame

func Dollars(euros int) int { return euros * rates.Percent / 100 }
