// Package plate normalises licence plates.
package plate

import "strings"

func Normalise(plate string) string {
	return strings.ToUpper(plate)
}
