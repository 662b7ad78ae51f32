// Package form finds out what somebody has changed.
package form

import "slices"

type Form map[string]any

// Changed gives the names of fields with new values.
func Changed(before, after Form) []string {
	var names []string
	for name, value := range after {
		if before[name] != value { //crash:blame
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
