// Package filter writes conditions of queries.
package filter

import "strings"

// Where joins conditions: "a=1&b=2".
func Where(conditions ...[2]string) string {
	var parts []string
	for _, condition := range conditions {
		parts = append(parts, condition[0]+"="+condition[1])
	}
	return strings.Join(parts, "&")
}
