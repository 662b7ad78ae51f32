// Package tower rings the hours.
package tower

import "example.com/bell"

func Hour(h int) string { return bell.Ring(h) }
