// Package letter names the kinds of letters.
package letter

import "reflect"

type Draft struct{ Text string }

func Name(kind any) string {
	return reflect.TypeOf(kind).Elem().Name() //crash:blame
}
