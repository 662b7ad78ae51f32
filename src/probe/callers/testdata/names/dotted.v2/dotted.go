// Package dotted has a path that the linker escapes.
package dotted

func Run(f func(), mark func() int) { f(); marked(mark) }

func marked(mark func() int) { func() { mark() }() }
