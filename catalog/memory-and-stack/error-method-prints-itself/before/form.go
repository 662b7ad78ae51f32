// Package form checks the fields of a form.
package form

import "fmt"

type FieldError struct {
	Field  string
	Reason string
}

func (e FieldError) Error() string {
	return fmt.Sprintf("form: %v", e) //crash:blame
}

func Check(fields map[string]string) error {
	if fields["name"] == "" {
		return FieldError{Field: "name", Reason: "must not be empty"}
	}
	return nil
}
