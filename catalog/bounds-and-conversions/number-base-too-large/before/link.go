// Package link makes short links.
package link

import "strconv"

func Short(id int64) string {
	return "https://ex.am/" + strconv.FormatInt(id, 62) //crash:blame
}
