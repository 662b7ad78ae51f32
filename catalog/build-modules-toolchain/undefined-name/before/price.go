// Package price adds the tax.
package price

func Gross(cents int) int {
	return cents + cents*VATRate/100 //crash:blame
}
