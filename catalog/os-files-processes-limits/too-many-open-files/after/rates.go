// Package rates converts currencies with the rates of a file.
package rates

import (
	"encoding/csv"
	"os"
	"strconv"
)

func Convert(amount float64, currency string) float64 {
	file, err := os.Open("testdata/rates.csv")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		panic(err)
	}
	for _, row := range rows {
		if row[0] == currency {
			rate, _ := strconv.ParseFloat(row[1], 64)
			return amount * rate
		}
	}
	return amount
}
