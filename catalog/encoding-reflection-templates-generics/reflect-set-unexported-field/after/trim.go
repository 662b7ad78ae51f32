// Package trim removes spaces from what people typed.
package trim

import (
	"reflect"
	"strings"
)

type Form struct {
	Name, Mail string
	token      string
}

func Spaces(form *Form) {
	v := reflect.ValueOf(form).Elem()
	for i := 0; i < v.NumField(); i++ {
		field := v.Field(i)
		if !field.CanSet() {
			continue
		}
		field.SetString(strings.TrimSpace(field.String()))
	}
}
