// Package bakery bakes.
package bakery

import "example.com/kitchen/oven"

func Bread() int { return oven.Degrees }
