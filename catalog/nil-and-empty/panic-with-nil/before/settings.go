// Package settings reads NAME=VALUE lines.
package settings

import (
	"fmt"
	"maps"
	"strings"
)

const defaults = "port=80\nhost=localhost"

// Load puts the local settings over the defaults.
func Load(local string) (map[string]string, error) {
	settings, err := parse(defaults)
	if err != nil {
		panic(err)
	}
	changes, changesErr := parse(local)
	if changesErr != nil {
		panic(err) //crash:blame
	}
	maps.Copy(settings, changes)
	return settings, nil
}

func parse(text string) (map[string]string, error) {
	settings := make(map[string]string)
	for _, line := range strings.Split(text, "\n") {
		name, value, found := strings.Cut(line, "=")
		if !found {
			return nil, fmt.Errorf("%q is not NAME=VALUE", line)
		}
		settings[name] = value
	}
	return settings, nil
}
