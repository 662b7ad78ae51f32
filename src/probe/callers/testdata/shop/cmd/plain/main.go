package main

import "example.com/shop/hooks"

func main() { hooks.Run() }
