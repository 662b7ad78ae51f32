// Package menu prints the menu of the day.
package menu

import (
	"fmt"
	"strings"
	"text/template"
)

var cents = map[string]int{"soup": 450}

func price(dish string) (int, error) {
	c, known := cents[dish]
	if !known {
		return 0, fmt.Errorf("%s has no price", dish)
	}
	return c, nil
}

func Print(dishes []string) (string, error) {
	menu := template.New("menu").Funcs(template.FuncMap{"price": price})
	menu = template.Must(menu.Parse("{{ range . }}{{ . }} {{ price . }}\n{{ end }}"))
	var text strings.Builder
	err := menu.Execute(&text, dishes)
	return text.String(), err
}
