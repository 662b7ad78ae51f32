// Package menu prints the menu of the day.
package menu

import (
	"strings"
	"text/template"
)

var cents = map[string]int{"soup": 450}

func price(dish string) (int, bool) {
	c, known := cents[dish]
	return c, known
}

func Print(dishes []string) (string, error) {
	menu := template.New("menu").Funcs(template.FuncMap{"price": price}) //crash:blame
	menu = template.Must(menu.Parse("{{ range . }}{{ . }} {{ price . }}\n{{ end }}"))
	var text strings.Builder
	err := menu.Execute(&text, dishes)
	return text.String(), err
}
