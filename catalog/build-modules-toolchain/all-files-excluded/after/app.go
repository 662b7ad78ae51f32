// Package app shows how many mails are new.
package app

import "example.com/catalog/all-files-excluded/tray"

func Show(mails int) string { return tray.Text(mails) }
