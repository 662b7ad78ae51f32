// Package prices knows what things cost.
package prices

import (
	"os"
	"strings"
)

var table = mustRead("config/prices.csv")

func mustRead(path string) map[string]string {
	text, err := os.ReadFile(path)
	if err != nil {
		panic(err) //crash:blame
	}
	return parse(string(text))
}

func parse(text string) map[string]string {
	prices := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		name, price, _ := strings.Cut(line, ",")
		prices[name] = price
	}
	return prices
}

func Of(name string) string { return table[name] }
