// Command names prints the names that its functions have at run time, each with its line.
package main

import (
	"fmt"
	"path/filepath"
	"runtime"

	dotted "example.com/names/dotted.v2"
)

func mark() int {
	counter, file, line, _ := runtime.Caller(1)
	frame, _ := runtime.CallersFrames([]uintptr{counter + 1}).Next()
	fmt.Printf("%s:%d %s\n", filepath.Base(file), line, frame.Function)
	return 0
}

var kept = func() int { return mark() }

var table = map[string]func() int{
	"a": func() int { return mark() },
	"b": func() int {
		return func() int { return mark() }()
	},
}

var direct = mark()

func init() { mark() }

func init() {
	func() { mark() }()
}

type thing struct{}

func (thing) value() { mark() }

func (t *thing) pointer() {
	mark()
	func() { mark() }()
}

type box[T any] struct{ content T }

func (b *box[T]) open(f func(T)) {
	mark()
	f(b.content)
	func() { mark() }()
}

func generic[T any](value T) {
	mark()
	func() {
		mark()
		func() { mark() }()
	}()
}

func nested() {
	first := func() {
		mark()
		second := func() {
			mark()
			func() { mark() }()
		}
		second()
		func() { mark() }()
	}
	first()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { mark() }()
		mark()
	}()
	<-done
	sent := make(chan bool)
	go send(sent)
	<-sent
	func() { mark() }()
}

func send(sent chan bool) { mark(); sent <- true }

func main() {
	kept()
	table["a"]()
	table["b"]()
	thing{}.value()
	method := new(thing).pointer
	method()
	new(box[int]).open(func(int) { mark() })
	generic("")
	generic(0)
	nested()
	dotted.Run(func() { mark() }, mark)
	loop()
}
