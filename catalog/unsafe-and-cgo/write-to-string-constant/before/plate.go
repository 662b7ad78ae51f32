// Package plate normalises licence plates.
package plate

import "unsafe"

func Normalise(plate string) string {
	letters := unsafe.Slice(unsafe.StringData(plate), len(plate))
	for i, letter := range letters {
		if letter >= 'a' && letter <= 'z' {
			letters[i] = letter - 'a' + 'A' //crash:blame
		}
	}
	return plate
}
