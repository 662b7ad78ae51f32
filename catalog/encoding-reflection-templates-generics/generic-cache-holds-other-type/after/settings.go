// Package settings keeps settings of all types.
package settings

import "fmt"

type Settings map[string]any

func Get[T any](s Settings, name string) (T, error) {
	value, ok := s[name].(T)
	if !ok {
		return value, fmt.Errorf("%s is a %T, not a %T", name, s[name], value)
	}
	return value, nil
}
