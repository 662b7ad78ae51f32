// Package hello greets people.
package hello

import "fmt"

func To(name string) string {
	return fmt.Sprintf("Hello %d", name) //crash:blame
}
