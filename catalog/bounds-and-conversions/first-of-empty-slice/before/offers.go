// Package offers compares prices.
package offers

type Offer struct {
	Shop  string
	Cents int
}

// Cheapest gives the best offer for at most so many cents.
func Cheapest(offers []Offer, cents int) (Offer, bool) {
	var affordable []Offer
	for _, offer := range offers {
		if offer.Cents <= cents {
			affordable = append(affordable, offer)
		}
	}
	best := affordable[0] //crash:blame
	for _, offer := range affordable {
		if offer.Cents < best.Cents {
			best = offer
		}
	}
	return best, true
}
