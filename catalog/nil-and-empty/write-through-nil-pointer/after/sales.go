// Package sales adds up a day.
package sales

type Sale struct {
	Cents  int
	Return bool
}

type Total struct{ Count, Cents, Returns int }

func Summary(day []Sale) *Total {
	total := new(Total)
	for _, sale := range day {
		total.Count++
		if sale.Return {
			total.Returns++
		}
		total.Cents += sale.Cents
	}
	return total
}
