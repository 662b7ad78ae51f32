// Package bakery bakes.
package bakery

import "example.com/kitchen/oven" //crash:blame

func Bread() int { return oven.Degrees }
