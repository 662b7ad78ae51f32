// Package tray writes into the tray.
package tray

import "strconv"

func Text(mails int) string { return "tray: " + strconv.Itoa(mails) }
