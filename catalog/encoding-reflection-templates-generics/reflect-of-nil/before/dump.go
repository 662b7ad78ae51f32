// Package dump describes values for a log.
package dump

import (
	"fmt"
	"reflect"
)

func Of(value any) string {
	v := reflect.ValueOf(value)
	return fmt.Sprintf("%v %v", v.Type(), v) //crash:blame
}
