// Package quota limits what people may upload.
package quota

import "fmt"

type QuotaError struct {
	User  string
	Bytes int
}

func (e *QuotaError) Error() string {
	return fmt.Sprintf("%s may not upload %d bytes", e.User, e.Bytes) //crash:blame
}

func Check(user string, bytes, limit int) error {
	var refusal *QuotaError
	if bytes > limit {
		refusal = &QuotaError{User: user, Bytes: bytes}
	}
	return refusal
}

// Answer is what the user sees.
func Answer(user string, bytes int) string {
	if err := Check(user, bytes, 1000); err != nil {
		return "Sorry, " + err.Error()
	}
	return "Thank you"
}
