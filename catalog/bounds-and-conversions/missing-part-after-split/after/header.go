// Package header reads the head of a message.
package header

import "strings"

func Parse(head string) map[string]string {
	fields := make(map[string]string)
	for _, line := range strings.Split(head, "\n") {
		name, value, found := strings.Cut(line, ":")
		if !found {
			continue
		}
		fields[strings.ToLower(name)] = strings.TrimSpace(value)
	}
	return fields
}
