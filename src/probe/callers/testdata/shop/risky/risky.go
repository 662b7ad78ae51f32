// Package risky leaves a hook.
package risky

import "example.com/shop/hooks"

// SetUp leaves it.
func SetUp() { hooks.Add(explode) }

func explode() { burst() }

func burst() {}
