// Package scale weighs.
package scale

import "example.com/units"

func Weigh(milligrams int) int { return milligrams / units.Milligram }
