// Package label labels what is stored in a cache.
package label

import "fmt"

func Of(value any) string {
	return fmt.Sprintf("cached %T", value)
}
