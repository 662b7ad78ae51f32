// Package money prints amounts.
package money

import "fmt"

type Euro float64

func (e Euro) String() string {
	return fmt.Sprintf("%v EUR", float64(e))
}
