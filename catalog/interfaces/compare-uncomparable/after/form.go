// Package form finds out what somebody has changed.
package form

import (
	"reflect"
	"slices"
)

type Form map[string]any

// Changed gives the names of fields with new values.
func Changed(before, after Form) []string {
	var names []string
	for name, value := range after {
		if !reflect.DeepEqual(before[name], value) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
