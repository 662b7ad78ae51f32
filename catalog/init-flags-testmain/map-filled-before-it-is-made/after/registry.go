// Package export writes rows in several formats.
package export

import "strings"

type Format func(row []string) string

var formats = map[string]Format{}

func Register(name string, format Format) {
	formats[name] = format
}

func Row(format string, row ...string) string { return formats[format](row) }

func join(row []string, by string) string { return strings.Join(row, by) }
