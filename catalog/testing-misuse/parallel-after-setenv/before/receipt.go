// Package receipt words the last line of a receipt.
package receipt

import "os"

func Thanks() string {
	if os.Getenv("RECEIPT_LANGUAGE") == "de" {
		return "Vielen Dank"
	}
	return "Thank you"
}
