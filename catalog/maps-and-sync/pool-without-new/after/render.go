// Package render writes greetings.
package render

import (
	"bytes"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func Greeting(name string) string {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	buffer.WriteString("Hello, ")
	buffer.WriteString(name)
	return buffer.String()
}
