// Package settings holds what users have chosen.
package settings

type Settings map[string]any

func (s Settings) Text(name string) string {
	value, set := s[name]
	if !set {
		return ""
	}
	return value.(string) //crash:blame
}
