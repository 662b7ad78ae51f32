// Package report sums up a year of sales.
package report

import (
	"fmt"
	"strings"
)

// Sale is one book sold on one day. The price is in cents.
type Sale struct {
	Day   int
	Title string
	Price int
}

// Year holds the sales of each day of a year.
type Year struct {
	days [366][]Sale
}

// Record adds a sale to its day.
func (y *Year) Record(s Sale) error {
	if s.Day < 0 || s.Day >= len(y.days) {
		return fmt.Errorf("report: there is no day %d", s.Day)
	}
	y.days[s.Day] = append(y.days[s.Day], s)
	return nil
}

// Turnover returns what was earned in the year, in cents.
func (y *Year) Turnover() int {
	sum := 0
	for _, day := range y.days {
		for _, s := range day {
			sum += s.Price
		}
	}
	return sum
}

// CSV writes one line for each sale.
func (y *Year) CSV() string {
	var out strings.Builder
	out.WriteString("day,title,price\n")
	for _, day := range y.days {
		for _, s := range day {
			fmt.Fprintf(&out, "%d,%q,%d.%02d\n", s.Day, s.Title, s.Price/100, s.Price%100)
		}
	}
	return out.String()
}
