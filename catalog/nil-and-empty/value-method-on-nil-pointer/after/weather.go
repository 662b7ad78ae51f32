// Package weather shows what the sensors say.
package weather

import (
	"strconv"
	"strings"
)

type Celsius float64

func (c Celsius) Text() string { return strconv.FormatFloat(float64(c), 'f', 1, 64) + " °C" }

type Percent int

func (p Percent) Text() string { return strconv.Itoa(int(p)) + " %" }

type Reading struct {
	Temperature *Celsius
	Humidity    *Percent
}

type texter interface{ Text() string }

func (r Reading) Line() string {
	var values []texter
	if r.Temperature != nil {
		values = append(values, r.Temperature)
	}
	if r.Humidity != nil {
		values = append(values, r.Humidity)
	}
	var columns []string
	for _, value := range values {
		columns = append(columns, value.Text())
	}
	return strings.Join(columns, ", ")
}
