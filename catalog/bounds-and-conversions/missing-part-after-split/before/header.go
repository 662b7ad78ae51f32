// Package header reads the head of a message.
package header

import "strings"

func Parse(head string) map[string]string {
	fields := make(map[string]string)
	for _, line := range strings.Split(head, "\n") {
		parts := strings.Split(line, ":")
		fields[strings.ToLower(parts[0])] = strings.TrimSpace(parts[1]) //crash:blame
	}
	return fields
}
