// Package units knows units.
package units

const (
	Milligram = 1
	Gram      = 1000
)
