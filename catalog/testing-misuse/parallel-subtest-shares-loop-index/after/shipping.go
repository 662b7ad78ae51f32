// Package shipping knows what a parcel costs.
package shipping

func Cost(grams int) int {
	if grams <= 1000 {
		return 399
	}
	return 699
}
