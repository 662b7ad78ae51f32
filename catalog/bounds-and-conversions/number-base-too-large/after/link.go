// Package link makes short links.
package link

import "math/big"

func Short(id int64) string {
	return "https://ex.am/" + big.NewInt(id).Text(62)
}
