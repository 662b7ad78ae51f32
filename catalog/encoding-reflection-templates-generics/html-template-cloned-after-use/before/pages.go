// Package pages puts texts into a common layout.
package pages

import (
	"html/template"
	"strings"
)

var layout = template.Must(template.New("page").Parse(`<main>{{ block "text" . }}{{ . }}{{ end }}</main>`))

func Plain(text string) (string, error) {
	return render(layout, text)
}

func Quote(text string) (string, error) {
	page := template.Must(layout.Clone()) //crash:blame
	template.Must(page.Parse(`{{ define "text" }}<q>{{ . }}</q>{{ end }}`))
	return render(page, text)
}

func render(page *template.Template, text string) (string, error) {
	var out strings.Builder
	err := page.Execute(&out, text)
	return out.String(), err
}
