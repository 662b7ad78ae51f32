// Package templates caches templates for as long as somebody uses them.
package templates

import "weak"

type Template struct {
	Name string
	Text [1024]byte
}

var cache = map[string]weak.Pointer[Template]{}

func Load(name string) *Template {
	template := &Template{Name: name}
	cache[name] = weak.Make(template)
	return template
}

// Title is the name of a template that was loaded before.
func Title(name string) string {
	pointer := cache[name]
	title := pointer.Value().Name //crash:blame
	return title
}
