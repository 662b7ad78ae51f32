// Package price adds the tax.
package price

func Gross(cents int) int {
	return cents + cents*VAT/100
}
