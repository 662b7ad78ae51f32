// Package defaults fills in what settings leave out.
package defaults

import "reflect"

type Settings struct{ Port, Workers int }

var values = map[string]int64{"Port": 8080, "Workers": 4}

func apply(settings any) {
	v := reflect.ValueOf(settings)
	for i := 0; i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			v.Field(i).SetInt(values[v.Type().Field(i).Name]) //crash:blame
		}
	}
}

func Load(settings Settings) Settings {
	apply(settings)
	return settings
}
