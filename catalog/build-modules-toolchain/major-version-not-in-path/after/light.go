// Package light makes light.
package light

import "example.com/bulb/v2"

func Lumen() int { return bulb.Lumen }
