// Package settings holds what users have chosen.
package settings

import "fmt"

type Settings map[string]any

func (s Settings) Text(name string) string {
	switch value := s[name].(type) {
	case nil:
		return ""
	case string:
		return value
	default:
		return fmt.Sprint(value)
	}
}
