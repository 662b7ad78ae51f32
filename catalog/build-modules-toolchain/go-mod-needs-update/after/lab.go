// Package lab weighs samples.
package lab

import (
	"example.com/scale"
	"example.com/units"
)

func Weigh(milligrams int) int { return scale.Weigh(milligrams) / units.Gram }
