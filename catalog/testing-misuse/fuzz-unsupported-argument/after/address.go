// Package address prints labels for parcels.
package address

import "strconv"

type Address struct {
	Name string
	Code int
}

func Label(to Address) string { return to.Name + "\n" + strconv.Itoa(to.Code) }
