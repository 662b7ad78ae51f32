// Package settings reads settings.
package settings

import "encoding/json"

type Settings struct {
	Title string
	Port  int
}

func Read(text []byte) (settings Settings, err error) {
	err = json.Unmarshal(text, &settings)
	return settings, err
}
