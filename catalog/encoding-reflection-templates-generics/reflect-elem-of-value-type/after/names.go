// Package letter names the kinds of letters.
package letter

import "reflect"

type Draft struct{ Text string }

func Name(kind any) string {
	t := reflect.TypeOf(kind)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Name()
}
