// Greet greets.
package main

import (
	"fmt"

	greet "example.com/catalog/import-of-a-program"
)

func main() { fmt.Println(greet.Greeting("world")) }
