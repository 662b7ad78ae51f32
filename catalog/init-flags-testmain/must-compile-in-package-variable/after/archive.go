// Package archive recognises the paths of an archive.
package archive

import (
	"regexp"
	"strings"
)

// Drafts are not shown.
var path = regexp.MustCompile(`^/(?<year>[0-9]{4})/`)

func Shown(url string) bool { return path.MatchString(url) && !strings.Contains(url, "/draft") }
