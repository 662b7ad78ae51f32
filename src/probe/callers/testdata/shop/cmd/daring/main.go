package main

import (
	"example.com/shop/hooks"
	"example.com/shop/risky"
)

func main() {
	risky.SetUp()
	finish()
}

func finish() { hooks.Run() }
