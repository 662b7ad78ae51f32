// Package bell rings.
package bell

import "strings"

func Ring(times int) string { return strings.Repeat("dong", times) }
