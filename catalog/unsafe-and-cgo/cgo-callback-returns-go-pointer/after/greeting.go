// Package greeting lets C print texts that Go makes.
package greeting

/*
extern char *greetingFor(int hour);
int greeting_length(int hour);
*/
import "C"

import "fmt"

//export greetingFor
func greetingFor(hour C.int) *C.char {
	text := fmt.Appendf(nil, "It is %d o'clock.\x00", int(hour))
	return (*C.char)(C.CBytes(text))
}

// Length is that of the greeting as C sees it.
func Length(hour int) int {
	return int(C.greeting_length(C.int(hour)))
}
