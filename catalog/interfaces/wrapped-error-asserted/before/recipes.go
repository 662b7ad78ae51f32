// Package recipes looks up recipes.
package recipes

import "fmt"

type NotFound struct{ Name string }

func (n *NotFound) Error() string { return "there is no " + n.Name }

var recipes = map[string]string{"dal": "lentils, water, cumin"}

func find(name string) (string, error) {
	if recipe, ok := recipes[name]; ok {
		return recipe, nil
	}
	return "", &NotFound{name}
}

func load(name string) (string, error) {
	recipe, err := find(name)
	if err != nil {
		return "", fmt.Errorf("load recipe: %w", err)
	}
	return recipe, nil
}

func Page(name string) string {
	recipe, err := load(name)
	if err != nil {
		return "Nobody knows how to cook " + err.(*NotFound).Name //crash:blame
	}
	return recipe
}
