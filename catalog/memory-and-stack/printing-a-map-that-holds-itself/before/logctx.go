// Package logctx carries what log lines have in common.
package logctx

import "fmt"

type Context map[string]any

func New(parent Context) Context {
	c := Context{}
	if parent == nil {
		parent = c
	}
	c["parent"] = parent
	return c
}

func (c Context) Line(text string) string {
	return fmt.Sprintf("%s %v", text, map[string]any(c)) //crash:blame
}
