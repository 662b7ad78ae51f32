// Package archive recognises the paths of an archive.
package archive

import "regexp"

// Drafts are not shown.
var path = regexp.MustCompile(`^/(?<year>[0-9]{4})/(?!draft)`) //crash:blame

func Shown(url string) bool { return path.MatchString(url) }
