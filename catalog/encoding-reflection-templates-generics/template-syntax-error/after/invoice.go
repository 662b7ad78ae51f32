// Package invoice prints invoices.
package invoice

import (
	"strings"
	"text/template"
)

var page = template.Must(template.New("invoice").Parse("Invoice for {{ .Name }}"))

func Print(name string) (string, error) {
	var text strings.Builder
	err := page.Execute(&text, map[string]string{"Name": name})
	return text.String(), err
}
