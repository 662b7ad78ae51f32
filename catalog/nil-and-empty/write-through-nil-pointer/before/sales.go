// Package sales adds up a day.
package sales

type Sale struct {
	Cents  int
	Return bool
}

type Total struct{ Count, Cents, Returns int }

func Summary(day []Sale) (total *Total) {
	for _, sale := range day {
		total.Count++ //crash:blame
		if sale.Return {
			total.Returns++
		}
		total.Cents += sale.Cents
	}
	return total
}
