// Package config reads the settings of a mail gateway.
package config

import (
	"errors"
	"strings"
)

var ErrSyntax = errors.New("config: syntax error")

func Parse(text string) (map[string]string, error) {
	settings := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		name, value, found := strings.Cut(line, "=")
		if !found {
			return nil, ErrSyntax
		}
		settings[name] = value
	}
	return settings, nil
}
