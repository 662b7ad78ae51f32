// Package settings reads settings.
package settings

import (
	"encoding/json"
	"reflect"
)

type Settings struct {
	Title string
	Port  int
}

func Read(text []byte) (settings Settings, err error) {
	var values map[string]any
	if err := json.Unmarshal(text, &values); err != nil {
		return settings, err
	}
	v := reflect.ValueOf(&settings).Elem()
	for name, value := range values {
		if field := v.FieldByName(name); field.IsValid() {
			field.Set(reflect.ValueOf(value)) //crash:blame
		}
	}
	return settings, nil
}
