// Package bulb describes a bulb.
package bulb

const Lumen = 800
