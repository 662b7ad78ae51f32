// Package settings keeps settings of all types.
package settings

type Settings map[string]any

func Get[T any](s Settings, name string) (T, error) {
	return s[name].(T), nil //crash:blame
}
