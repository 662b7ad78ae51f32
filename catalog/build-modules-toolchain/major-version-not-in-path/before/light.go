// Package light makes light.
package light

import "example.com/bulb"

func Lumen() int { return bulb.Lumen }
