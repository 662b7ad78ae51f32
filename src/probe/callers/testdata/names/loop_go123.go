//go:build go1.23

package main

import "iter"

func numbers() iter.Seq[int] {
	return func(yield func(int) bool) {
		mark()
		yield(1)
	}
}

func loop() {
	for range numbers() {
		mark()
		func() { mark() }()
		for range numbers() {
			mark()
			func() { mark() }()
		}
	}
	func() { mark() }()
	func() {
		for range numbers() {
			mark()
			func() { mark() }()
		}
	}()
}
