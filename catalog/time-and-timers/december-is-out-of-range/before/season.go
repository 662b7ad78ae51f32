// Package season knows what the heating costs in which month.
package season

import "time"

var cents = [12]int{95, 90, 70, 40, 10, 0, 0, 0, 15, 45, 75, 92}

func HeatingCost(day time.Time) int {
	return cents[day.Month()] //crash:blame
}
