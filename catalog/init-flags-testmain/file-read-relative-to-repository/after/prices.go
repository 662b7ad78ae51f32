// Package prices knows what things cost.
package prices

import (
	_ "embed"
	"strings"
)

//go:embed prices.csv
var text string

var table = parse(text)

func parse(text string) map[string]string {
	prices := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		name, price, _ := strings.Cut(line, ",")
		prices[name] = price
	}
	return prices
}

func Of(name string) string { return table[name] }
