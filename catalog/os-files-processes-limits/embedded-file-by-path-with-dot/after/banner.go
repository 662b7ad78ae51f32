// Package banner prints a greeting at the start.
package banner

import "embed"

//go:embed banner.txt
var files embed.FS

func Text() string {
	text, err := files.ReadFile("banner.txt")
	if err != nil {
		panic(err)
	}
	return string(text)
}
