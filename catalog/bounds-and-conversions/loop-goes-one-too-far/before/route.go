// Package route measures delivery routes.
package route

// Length of a route whose stops lie so many kilometres after each other.
func Length(kilometres []int, until int) int {
	length := 0
	for i := 0; i <= len(kilometres); i++ {
		leg := kilometres[i] //crash:blame
		if length+leg > until {
			break
		}
		length += leg
	}
	return length
}
