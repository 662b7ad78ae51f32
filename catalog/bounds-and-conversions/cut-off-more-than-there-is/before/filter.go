// Package filter writes conditions of queries.
package filter

// Where joins conditions: "a=1&b=2".
func Where(conditions ...[2]string) string {
	text := ""
	for _, condition := range conditions {
		text += condition[0] + "=" + condition[1] + "&"
	}
	return text[:len(text)-1] //crash:blame
}
