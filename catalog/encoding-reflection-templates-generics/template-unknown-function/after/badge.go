// Package badge prints name badges.
package badge

import (
	"strings"
	"text/template"
)

var functions = template.FuncMap{"upper": strings.ToUpper}

func Print(name string) (string, error) {
	badge := template.Must(template.New("badge").Funcs(functions).Parse("*** {{ upper . }} ***"))
	var text strings.Builder
	err := badge.Execute(&text, name)
	return text.String(), err
}
