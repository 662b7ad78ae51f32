// Package card shows card numbers without giving them away.
package card

// Masked shows the last four digits.
func Masked(number string) string {
	return "**** " + number[len(number)-4:] //crash:blame
}
