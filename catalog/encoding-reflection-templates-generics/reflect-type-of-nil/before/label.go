// Package label labels what is stored in a cache.
package label

import "reflect"

func Of(value any) string {
	return "cached " + reflect.TypeOf(value).String() //crash:blame
}
