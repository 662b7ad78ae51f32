package main

import "example.com/shop/store"

func main() { run() }

func run() {
	var c store.Cart
	c.Add("tea", 1)
}
